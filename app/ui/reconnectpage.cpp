// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reconnectpage.h"

#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "services/reconnectsession.h"
#include "ui/actionpage.h"
#include "ui/checkpage.h"
#include "ui/explainpage.h"
#include "ui/externalpage.h"
#include "ui/inlinemessage.h"
#include "ui/metrics.h"
#include "ui/questionpage.h"
#include "ui/stepnotice.h"
#include "ui/stepsource.h"
#include "ui/steptools.h"
#include "ui/supportpage.h"
#include "ui/textlabel.h"
#include "ui/topicnote.h"
#include "ui/verifypage.h"
#include "words/resumewords.h"

#include <QVBoxLayout>

namespace relink {

ReconnectPage::ReconnectPage(const StepScene &scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
    , m_whose(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_title(new TextLabel(TextLabel::Size::Title))
    , m_lead(new TextLabel)
    , m_text(new TextLabel)
    , m_help(new TopicNote(QStringLiteral("whatIsThis"), QStringLiteral("access_token"),
                           tr("What is an access token?")))
    , m_resumed(new InlineMessage(QStringLiteral("resumed")))
    , m_notice(new StepNotice)
    , m_checks(new CheckPage(scene, *m_notice))
    , m_action(new ActionPage(scene, *m_notice))
    , m_tools(new StepTools(scene))
    , m_source(new StepSource)
{
    build();
}

void ReconnectPage::build()
{
    m_whose->setObjectName(QStringLiteral("stepWhoseLabel"));
    m_whose->setStrong(true);
    m_title->setObjectName(QStringLiteral("stepTitleLabel"));
    m_lead->setObjectName(QStringLiteral("stepLeadLabel"));
    m_lead->setStrong(true);
    m_text->setObjectName(QStringLiteral("stepTextLabel"));
    m_pages = {new ExplainPage(m_scene, *m_notice),
               m_checks,
               m_action,
               new ExternalPage(m_scene, *m_notice),
               new QuestionPage(m_scene, *m_notice),
               new VerifyPage(m_scene, *m_notice),
               new SupportPage(m_scene, *m_notice)};
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_whose);
    head->addWidget(m_title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 28, 32, metrics::pane);
    layout->setSpacing(metrics::group);
    layout->addLayout(head);
    layout->addWidget(m_resumed);
    layout->addWidget(m_lead);
    layout->addWidget(m_text);
    layout->addWidget(m_help);
    layout->addWidget(m_notice);
    layout->addWidget(m_tools);
    for (StepPage *page : std::as_const(m_pages)) {
        layout->addWidget(page);
        connect(page, &StepPage::changed, this, &ReconnectPage::changed);
    }
    layout->addStretch(1);
    layout->addWidget(m_source);
    connect(m_tools, &StepTools::waitedLongEnough, this, &ReconnectPage::waitedLongEnough);
}

StepPage *ReconnectPage::pageFor(StepKind kind) const
{
    return m_pages.at(int(kind));
}

BrowserWaitPanel *ReconnectPage::panel() const
{
    return m_action->panel();
}

QString ReconnectPage::title() const
{
    return m_title->text();
}

QString ReconnectPage::spoken() const
{
    QStringList parts;
    for (const TextLabel *label : {m_whose, m_lead, m_text}) {
        if (!label->isHidden())
            parts.append(label->text());
    }
    if (m_page)
        parts.append(m_page->spoken());
    parts.append(m_notice->text());
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

void ReconnectPage::showFailure(const AuthError &error)
{
    m_notice->complain(error, m_scene.provider());
}

void ReconnectPage::show(const Step *step)
{
    m_resumed->clear();
    m_notice->clear();
    m_page = step ? pageFor(step->kind) : nullptr;
    for (StepPage *page : std::as_const(m_pages))
        page->setVisible(page == m_page);
    showWhose(step);
    showHelp(step);
    showSource(step);
    if (!step) {
        m_tools->clear();
        m_lead->hide();
        return showEnd();
    }
    m_page->show(*step, m_scene.session.record(step->id));
    m_title->setText(m_scene.title(*step));
    m_lead->setText(m_page->lead(*step));
    m_lead->setVisible(!m_lead->text().isEmpty());
    m_text->setText(m_page->text(*step));
    m_text->setVisible(!m_text->text().isEmpty());
    m_tools->show(*step);
    showResumed(*step);
}

void ReconnectPage::showWhose(const Step *step)
{
    QStringList parts;
    if (step && step->developer)
        parts.append(tr("For whoever built your integration"));
    if (const auto partner = m_scene.session.partner();
        partner && step && step->side == StepSide::Partner) {
        //: %1 is the name of the other connection of a pair, %2 its provider
        parts.append(tr("About your other connection: %1 (%2)")
                         .arg(plainText(partner->name, 60), m_scene.provider(*step)));
    }
    m_whose->setText(parts.join(QStringLiteral(" · ")));
    m_whose->setVisible(!parts.isEmpty());
}

void ReconnectPage::showHelp(const Step *step)
{
    const auto mentions = [](const QString &text) {
        return text.contains(QLatin1StringView("access token"), Qt::CaseInsensitive);
    };
    m_help->setVisible(step && m_help->isKnown()
                       && (mentions(step->title) || mentions(step->text)));
}

void ReconnectPage::showResumed(const Step &step)
{
    const std::optional<LeftAt> left = m_scene.session.leftAt();
    if (!left || left->step != step.id)
        return;
    QStringList done;
    for (const Step &other : m_scene.session.progress().plan.steps) {
        if (left->done.contains(other.id))
            done.append(m_scene.title(other));
    }
    m_resumed->showMessage(
        InlineMessage::Kind::Note,
        words::resumed(left->time, m_scene.title(step), done, m_scene.surroundings.clock.now()));
    const Step *again = m_scene.session.freshChecks();
    if (again && m_page != m_checks) {
        m_checks->showAfresh(*again, m_scene.session.record(again->id));
        m_checks->QWidget::show();
    }
}

void ReconnectPage::showSource(const Step *step)
{
    if (!step)
        return m_source->hide();
    m_source->show(
        *step, step->kind == StepKind::Explain ? m_scene.session.diagnosis().source : QString());
}

void ReconnectPage::showEnd()
{
    StepRecord verification;
    for (const Step &step : m_scene.session.progress().plan.steps) {
        const StepRecord record = m_scene.session.record(step.id);
        if (step.kind == StepKind::Verify && record.status == StepStatus::Done)
            verification = record;
    }
    m_title->setText(tr("Ready to save"));
    m_text->setText(VerifyPage::outcome(verification, m_scene.provider()));
    m_text->show();
}

} // namespace relink
