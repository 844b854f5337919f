// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reconnectpage.h"

#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "services/providercatalogue.h"
#include "services/reconnectsession.h"
#include "ui/browserwaitpanel.h"
#include "ui/checktable.h"
#include "ui/connectionform.h"
#include "ui/copyline.h"
#include "ui/inlinemessage.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/resumewords.h"
#include "words/toldwords.h"
#include "words/words.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

namespace {

// Below this the diagnosis is said to be the likeliest reading, not the only one.
constexpr double certain = 0.7;

//! The words of a flat button stand where text beside it begins, its edge further out.
QHBoxLayout *leftAligned(QPushButton *button)
{
    button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    if (button->isFlat()) {
        const int words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        row->addSpacing(-(button->sizeHint().width() - words) / 2);
    }
    row->addWidget(button);
    row->addStretch(1);
    return row;
}

} // namespace

ReconnectPage::ReconnectPage(const Surroundings &surroundings, const Connection &connection,
                             ReconnectSession &session, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_connection(connection)
    , m_session(session)
    , m_title(new TextLabel(TextLabel::Size::Title))
    , m_lead(new TextLabel)
    , m_text(new TextLabel)
    , m_resumed(new InlineMessage(QStringLiteral("resumed")))
    , m_message(new InlineMessage(QStringLiteral("reconnect")))
    , m_checks(new CheckTable)
    , m_checkAgain(new QPushButton(tr("Check &again")))
    , m_panel(new BrowserWaitPanel(surroundings, true))
    , m_open(new QPushButton)
    , m_ownWordsCaption(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_ownWords(new CopyLine(QStringLiteral("reconnectOwnWords"), tr("The provider’s own words"),
                              CopyLine::Lines::Few))
    , m_sourceButton(new QPushButton(tr("&Where this comes from")))
    , m_source(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
{
    const auto pack = surroundings.manager.catalogue().pack(connection.provider);
    m_provider = plainText(pack ? pack->name : connection.provider, 60);
    build();
}

void ReconnectPage::build()
{
    m_title->setObjectName(QStringLiteral("stepTitleLabel"));
    m_lead->setObjectName(QStringLiteral("stepLeadLabel"));
    m_lead->setStrong(true);
    m_text->setObjectName(QStringLiteral("stepTextLabel"));
    m_checkAgain->setObjectName(QStringLiteral("checkAgainButton"));
    m_open->setObjectName(QStringLiteral("stepOpenPageButton"));
    m_sourceButton->setObjectName(QStringLiteral("stepSourceButton"));
    m_sourceButton->setCheckable(true);
    m_sourceButton->setFlat(true);
    m_source->setObjectName(QStringLiteral("stepSourceLabel"));
    m_ownWordsCaption->setText(tr("%1’s own words").arg(m_provider));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 28, 32, metrics::pane);
    layout->setSpacing(metrics::group);
    layout->addWidget(m_title);
    layout->addWidget(m_resumed);
    layout->addWidget(m_lead);
    layout->addWidget(m_text);
    layout->addWidget(m_message);
    layout->addWidget(m_checks);
    layout->addLayout(leftAligned(m_checkAgain));
    m_formPlace = new QVBoxLayout;
    layout->addLayout(m_formPlace);
    layout->addWidget(m_panel);
    layout->addLayout(leftAligned(m_open));
    auto *own = new QVBoxLayout;
    own->setSpacing(6);
    own->addWidget(m_ownWordsCaption);
    own->addWidget(m_ownWords);
    layout->addLayout(own);
    layout->addStretch(1);
    layout->addLayout(leftAligned(m_sourceButton));
    layout->addWidget(m_source);
    m_source->hide();

    connect(m_checkAgain, &QPushButton::clicked, this, &ReconnectPage::checkAgainRequested);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!openChecked(m_surroundings, QUrl(m_link, QUrl::StrictMode))) {
            m_message->showMessage(
                InlineMessage::Kind::Warning,
                tr("No browser could be opened. The page is: %1").arg(plainText(m_link)));
        }
    });
    connect(m_sourceButton, &QPushButton::toggled, m_source, &QWidget::setVisible);
}

QString ReconnectPage::title() const
{
    return m_title->text();
}

QString ReconnectPage::filled(const QString &text) const
{
    const auto pack = m_surroundings.manager.catalogue().pack(m_connection.provider);
    const QString organisation = m_connection.organisation.name.isEmpty()
        ? m_connection.name
        : m_connection.organisation.name;
    return words::packText(text,
                           {{QStringLiteral("provider"), m_provider},
                            {QStringLiteral("connection"), plainText(m_connection.name)},
                            {QStringLiteral("organisation"), plainText(organisation)},
                            {QStringLiteral("menu_path"),
                             pack ? words::packText(pack->revocation.menuPath) : QString()}});
}

void ReconnectPage::setText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void ReconnectPage::showError(const AuthError &error)
{
    m_message->showMessage(InlineMessage::Kind::Error, words::failure(error, m_provider));
    const QString own = redact(words::providersOwnWords(error));
    m_ownWords->setText(own);
    m_ownWordsCaption->setVisible(!own.isEmpty());
}

void ReconnectPage::showFailure(const AuthError &error)
{
    showError(error);
}

void ReconnectPage::show(const Step *step)
{
    m_lead->hide();
    m_resumed->clear();
    m_message->clear();
    m_checks->hide();
    m_checkAgain->hide();
    m_panel->hide();
    m_open->hide();
    m_ownWords->setText({});
    m_ownWordsCaption->hide();
    if (m_form)
        m_form->hide();
    showSource(step);
    if (!step) {
        showEnd();
        return;
    }
    const StepRecord record = m_session.record(step->id);
    setText(filled(step->title), filled(step->text));
    switch (step->kind) {
    case StepKind::Explain:
        showExplanation(*step);
        break;
    case StepKind::Check:
        showChecks(*step, record);
        break;
    case StepKind::Action:
        showAction(*step, record);
        break;
    case StepKind::External:
    case StepKind::Question:
    case StepKind::Support:
        showExternal(*step);
        break;
    case StepKind::Verify:
        showVerification(*step, record);
        break;
    }
    showResumed(*step);
}

void ReconnectPage::showResumed(const Step &step)
{
    const std::optional<LeftAt> left = m_session.leftAt();
    if (!left || left->step != step.id)
        return;
    QStringList done;
    for (const Step &other : m_session.progress().plan.steps) {
        if (left->done.contains(other.id))
            done.append(filled(other.title));
    }
    m_resumed->showMessage(
        InlineMessage::Kind::Note,
        words::resumed(left->time, filled(step.title), done, m_surroundings.clock.now()));
    if (const Step *again = m_session.freshChecks())
        showChecks(*again, m_session.record(again->id));
}

void ReconnectPage::showExplanation(const Step &step)
{
    const Diagnosis diagnosis = m_session.diagnosis();
    m_lead->setText(words::classTitle(diagnosis.errorClass, diagnosis.cause));
    m_lead->show();
    QStringList paragraphs;
    const QDateTime now = m_surroundings.clock.now();
    QString reason;
    if (m_session.followsToldError())
        reason = tr("This is what the text says that you pasted.");
    else
        reason = words::reason(m_connection, m_provider, now);
    if (!reason.isEmpty())
        reason[0] = reason.at(0).toUpper();
    const QString meaning
        = words::classExplanation(diagnosis.errorClass, diagnosis.cause, m_provider);
    for (const QString &part :
         {reason, meaning == reason ? QString() : meaning, filled(step.text)}) {
        if (!part.isEmpty())
            paragraphs.append(part);
    }
    if (m_session.followsToldError()) {
        const QString other = words::contradiction(m_connection, diagnosis, m_provider, now);
        if (!other.isEmpty())
            m_message->showMessage(InlineMessage::Kind::Warning, other);
    } else if (diagnosis.confidence > 0 && diagnosis.confidence < certain)
        paragraphs.append(tr("This is the likeliest reading of what %1 answered; others are "
                             "possible.")
                              .arg(m_provider));
    setText(m_title->text(), paragraphs.join(QStringLiteral("\n\n")));
    if (const std::optional<AuthError> error = m_session.error()) {
        const QString own = redact(words::providersOwnWords(*error));
        m_ownWords->setText(own);
        m_ownWordsCaption->setVisible(!own.isEmpty());
    }
}

void ReconnectPage::showChecks(const Step &step, const StepRecord &record)
{
    const bool running = record.status == StepStatus::Running;
    m_checks->setChecks(step.checks, record.checks, running, m_provider);
    m_checks->show();
    m_checkAgain->setVisible(record.status == StepStatus::Done
                             || record.status == StepStatus::Failed);
    const bool accepted
        = std::any_of(record.checks.begin(), record.checks.end(), [](const CheckResult &result) {
              return result.check == CheckId::Grant && result.passed;
          });
    if (m_session.followsToldError() && accepted) {
        m_message->showMessage(InlineMessage::Kind::Warning,
                               tr("%1 accepts this connection now, which the text that you pasted "
                                  "contradicts. It may be older, or about another connection. You "
                                  "can still go on.")
                                   .arg(m_provider));
    }
}

void ReconnectPage::showAction(const Step &step, const StepRecord &record)
{
    const bool running = record.status == StepStatus::Running;
    if (record.error && record.status == StepStatus::Failed)
        showError(*record.error);
    if (step.action == StepAction::EditCredential) {
        if (!m_form) {
            m_form = new ConnectionForm(m_surroundings, ConnectionForm::Purpose::Credential);
            m_formPlace->addWidget(m_form);
        }
        if (m_formStep != step.id) {
            const auto pack = m_surroundings.manager.catalogue().pack(m_connection.provider);
            if (pack)
                m_form->setConnection(pack, m_connection);
            m_formStep = step.id;
        }
        m_form->setVisible(record.status != StepStatus::Done);
        m_form->setEnabled(!running);
    }
    if (step.action == StepAction::Authorize && running) {
        m_text->hide();
        m_panel->show();
    } else if (running) {
        m_message->showMessage(InlineMessage::Kind::Note, tr("Working on it…"));
    }
    if (record.status == StepStatus::Done)
        m_message->showMessage(InlineMessage::Kind::Note, tr("Done."));
}

void ReconnectPage::showExternal(const Step &step)
{
    m_link = step.link;
    m_open->setVisible(!m_link.isEmpty());
    m_open->setText(tr("&Open page at %1").arg(m_provider));
}

void ReconnectPage::showVerification(const Step &step, const StepRecord &record)
{
    Q_UNUSED(step)
    switch (record.status) {
    case StepStatus::Done:
        m_message->showMessage(InlineMessage::Kind::Note, outcome(record));
        break;
    case StepStatus::Failed:
        if (record.error)
            showError(*record.error);
        else
            m_message->showMessage(InlineMessage::Kind::Error,
                                   tr("%1 does not accept the connection yet.").arg(m_provider));
        break;
    default:
        m_message->showMessage(InlineMessage::Kind::Note, tr("Asking %1…").arg(m_provider));
        break;
    }
}

void ReconnectPage::showEnd()
{
    StepRecord verification;
    for (const Step &step : m_session.progress().plan.steps) {
        if (step.kind == StepKind::Verify)
            verification = m_session.record(step.id);
    }
    setText(tr("Ready to save"), outcome(verification));
}

bool ReconnectPage::isUnverified(const StepRecord &record)
{
    return record.status == StepStatus::Done
        && std::any_of(record.checks.begin(), record.checks.end(), [](const CheckResult &check) {
               return check.detail == QLatin1StringView("no_probe");
           });
}

QString ReconnectPage::outcome(const StepRecord &verification) const
{
    if (isUnverified(verification)) {
        return tr("No address for checking is known for %1, so it could not be verified that the "
                  "connection works. “Save + Continue” keeps it; until then nothing has changed.")
            .arg(m_provider);
    }
    return tr("%1 accepts the connection. “Save + Continue” keeps it; until then nothing has "
              "changed.")
        .arg(m_provider);
}

void ReconnectPage::showSource(const Step *step)
{
    const Diagnosis diagnosis = m_session.diagnosis();
    QStringList lines;
    if (step && !step->source.isEmpty())
        lines.append(tr("Documented by: %1").arg(plainText(step->source)));
    if (step && step->kind == StepKind::Explain) {
        if (!diagnosis.source.isEmpty())
            lines.append(tr("Documented by: %1").arg(plainText(diagnosis.source)));
        for (const Alternative &other : diagnosis.alternatives) {
            //: Another reading of an error, and why it is possible
            lines.append(
                tr("It could also be: %1. %2")
                    .arg(words::classTitle(other.errorClass, {}), words::packText(other.why)));
        }
    }
    m_source->setText(lines.join(u'\n'));
    m_sourceButton->setVisible(!lines.isEmpty());
    m_source->setVisible(!lines.isEmpty() && m_sourceButton->isChecked());
}

std::optional<EditRequest> ReconnectPage::editRequest()
{
    if (!m_form || !m_form->validate())
        return std::nullopt;
    return m_form->editRequest();
}

} // namespace relink
