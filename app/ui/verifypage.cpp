// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/verifypage.h"

#include "core/rules/plaintext.h"
#include "core/rules/reconnect.h"
#include "services/reconnectsession.h"
#include "ui/leftaligned.h"
#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/stepnotice.h"
#include "ui/textlabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

VerifyPage::VerifyPage(const StepScene &scene, StepNotice &notice, QWidget *parent)
    : StepPage(scene, notice, parent)
    , m_layout(new QVBoxLayout(this))
    , m_again(new QPushButton(tr("Check &again")))
{
    m_again->setObjectName(QStringLiteral("verifyAgainButton"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::group);
    m_layout->addLayout(leftAligned(m_again));
    connect(m_again, &QPushButton::clicked, &session(), &ReconnectSession::runAgain);
}

void VerifyPage::show(const Step &step, const StepRecord &record)
{
    const QString provider = scene().provider(step);
    const bool failed = record.status == StepStatus::Failed;
    showSides(record.checks);
    // Where nothing else is left the primary button says so itself.
    m_again->setVisible(failed && session().canContinue());
    if (record.status == StepStatus::Done)
        notice().note(isLastStep(session().progress()) ? outcome(record, provider)
                          : isUnverified(record)
                          ? tr("No address for checking is known for %1, so it could not be "
                               "verified that the connection works.")
                                .arg(provider)
                          : tr("%1 accepts the connection.").arg(provider));
    else if (failed && record.error)
        notice().complain(*record.error, provider);
    else if (failed)
        notice().complain(tr("%1 does not accept the connection yet.").arg(provider));
    else
        notice().note(tr("Asking %1…").arg(provider));
}

void VerifyPage::showSides(const QList<CheckResult> &results)
{
    delete m_sides;
    m_sides = new QWidget;
    auto *grid = new QGridLayout(m_sides);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::control);
    grid->setColumnStretch(1, 1);
    for (const CheckResult &result : results) {
        const QString name = plainText(result.values.value(QStringLiteral("connection")), 60);
        if (name.isEmpty())
            continue;
        const QString said = result.passed ? tr("accepted") : tr("not accepted");
        auto *glyph = new StatusGlyph;
        glyph->setLight(result.passed ? Light::Green : Light::Red, said);
        auto *label = new TextLabel;
        label->setObjectName(QStringLiteral("side%1Label").arg(grid->rowCount()));
        //: The name of a connection, and what was found
        label->setText(tr("%1: %2").arg(name, said));
        const int row = grid->rowCount();
        grid->addWidget(glyph, row, 0);
        grid->addWidget(label, row, 1);
    }
    m_layout->insertWidget(0, m_sides);
}

bool VerifyPage::isUnverified(const StepRecord &record)
{
    return record.status == StepStatus::Done
        && std::any_of(record.checks.begin(), record.checks.end(), [](const CheckResult &check) {
               return check.detail == QLatin1StringView("no_probe");
           });
}

QString VerifyPage::outcome(const StepRecord &record, const QString &providerName)
{
    if (isUnverified(record)) {
        return tr("No address for checking is known for %1, so it could not be verified that the "
                  "connection works. “Save + Continue” keeps it.")
            .arg(providerName);
    }
    return tr("%1 accepts the connection. “Save + Continue” keeps it.").arg(providerName);
}

} // namespace relink
