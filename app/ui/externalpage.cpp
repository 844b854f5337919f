// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/externalpage.h"

#include "core/rules/plaintext.h"
#include "services/reconnectsession.h"
#include "ui/copyline.h"
#include "ui/leftaligned.h"
#include "ui/metrics.h"
#include "ui/stepnotice.h"
#include "ui/stepreason.h"
#include "ui/textlabel.h"
#include "words/stepwords.h"

#include "core/ports/clock.h"

#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace relink {

namespace {

QString hostOf(const QString &link)
{
    const QString host = QUrl(link, QUrl::StrictMode).host();
    return plainText(host.startsWith(QLatin1StringView("www.")) ? host.mid(4) : host, 60);
}

} // namespace

ExternalPage::ExternalPage(const StepScene &scene, StepNotice &notice, QWidget *parent)
    : StepPage(scene, notice, parent)
    , m_pathCaption(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_path(
          new CopyLine(QStringLiteral("stepMenuPath"), tr("The way there"), CopyLine::Lines::Few))
    , m_open(new QPushButton)
    , m_reason(new StepReason(QStringLiteral("step")))
{
    m_pathCaption->setText(tr("The way there"));
    m_open->setObjectName(QStringLiteral("stepOpenPageButton"));
    auto *path = new QVBoxLayout;
    path->setSpacing(6);
    path->addWidget(m_pathCaption);
    path->addWidget(m_path);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    layout->addLayout(path);
    layout->addLayout(leftAligned(m_open));
    layout->addWidget(m_reason);
    connect(m_open, &QPushButton::clicked, this, &ExternalPage::openPage);
    connect(m_reason, &StepReason::changed, this, &StepPage::changed);
}

void ExternalPage::show(const Step &step, const StepRecord &record)
{
    if (std::exchange(m_step, step.id) != step.id)
        m_reason->offer(false, false);
    const QString path = scene().filled(step.menuPath);
    m_path->setText(path);
    m_pathCaption->setVisible(!path.isEmpty());
    m_link = step.link;
    m_open->setVisible(!m_link.isEmpty());
    //: %1 is the name of a site, such as go.xero.com
    m_open->setText(step.button.isEmpty() ? tr("&Open the page at %1").arg(hostOf(m_link))
                                          : scene().filled(step.button));
    m_open->setAccessibleDescription(plainText(m_link));
    const bool open = record.status == StepStatus::Open || record.status == StepStatus::Failed;
    m_reason->offer(open, open);
    if (!open && record.status != StepStatus::Running) {
        //: What became of a step: "done at 08:14"
        notice().note(
            tr("This step: %1.").arg(words::stepState(record, scene().surroundings.clock.now())));
    }
}

void ExternalPage::openPage()
{
    if (!openChecked(scene().surroundings, QUrl(m_link, QUrl::StrictMode)))
        notice().warn(tr("No browser could be opened. The page is: %1").arg(plainText(m_link)));
}

bool ExternalPage::isGivingReason() const
{
    return m_reason->way() != StepReason::Way::None;
}

void ExternalPage::stopGivingReason()
{
    m_reason->stop();
}

void ExternalPage::commit()
{
    if (m_reason->way() == StepReason::Way::NotPossible)
        session().markNotPossible(m_reason->reason());
    else if (m_reason->way() == StepReason::Way::Skip)
        session().skip(m_reason->reason());
}

QWidget *ExternalPage::firstStop() const
{
    return m_link.isEmpty() ? nullptr : m_open;
}

} // namespace relink
