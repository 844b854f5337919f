// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checkpage.h"

#include "services/reconnectsession.h"
#include "ui/checktable.h"
#include "ui/leftaligned.h"
#include "ui/metrics.h"
#include "ui/stepnotice.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

CheckPage::CheckPage(const StepScene &scene, StepNotice &notice, QWidget *parent)
    : StepPage(scene, notice, parent)
    , m_checks(new CheckTable)
    , m_again(new QPushButton(tr("Check &again")))
{
    m_again->setObjectName(QStringLiteral("checkAgainButton"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    layout->addWidget(m_checks);
    layout->addLayout(leftAligned(m_again));
    connect(m_again, &QPushButton::clicked, &session(), &ReconnectSession::runAgain);
}

void CheckPage::show(const Step &step, const StepRecord &record)
{
    showAfresh(step, record);
    m_again->setVisible(record.status == StepStatus::Done || record.status == StepStatus::Failed);
    const bool accepted
        = std::any_of(record.checks.begin(), record.checks.end(), [](const CheckResult &result) {
              return result.check == CheckId::Grant && result.passed;
          });
    if (session().followsToldError() && accepted) {
        notice().warn(tr("%1 accepts this connection now, which the text that you pasted "
                         "contradicts. It may be older, or about another connection. You "
                         "can still go on.")
                          .arg(scene().provider()));
    }
}

QString CheckPage::spoken() const
{
    return m_checks->spoken();
}

void CheckPage::showAfresh(const Step &step, const StepRecord &record)
{
    m_again->hide();
    m_checks->setChecks(step.checks, record.checks, record.status == StepStatus::Running,
                        scene().provider(step));
}

} // namespace relink
