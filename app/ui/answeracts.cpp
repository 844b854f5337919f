// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/answeracts.h"

#include "core/rules/light.h"
#include "core/rules/toldfailure.h"
#include "ui/answer.h"
#include "ui/buttonrow.h"
#include "ui/inlinemessage.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/translate.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

namespace {

QPushButton *button(const QString &objectName, const QString &text, const QString &description)
{
    auto *made = new QPushButton(text);
    made->setObjectName(objectName);
    made->setAccessibleDescription(description);
    made->setAutoDefault(false);
    return made;
}

} // namespace

AnswerActs::AnswerActs(QWidget *parent)
    : QWidget(parent)
    , m_next(new TextLabel)
    , m_contradiction(new InlineMessage(QStringLiteral("contradiction")))
    , m_suggestion(new InlineMessage(QStringLiteral("suggestion")))
    , m_buttons(new ButtonRow)
{
    m_next->setObjectName(QStringLiteral("answerNextLabel"));
    m_next->setStrong(true);
    m_suggestion->setAction(tr("&Yes"));
    connect(m_suggestion, &InlineMessage::actionTriggered, this, &AnswerActs::suggestionTaken);
    makeButtons();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_contradiction);
    layout->addWidget(m_next);
    layout->addWidget(m_suggestion);
    layout->addWidget(m_buttons);
}

void AnswerActs::makeButtons()
{
    m_reconnect = button(
        QStringLiteral("answerReconnectButton"), tr("&Reconnect…"),
        tr("Opens the guided reconnect of the chosen connection where this error leads to"));
    m_check = button(QStringLiteral("answerCheckButton"), tr("Check &now"),
                     tr("Asks whether the chosen connection works"));
    m_copy = button(QStringLiteral("answerCopyButton"), tr("Copy &answer"),
                    tr("Copies the answer without secrets, to be sent on"));
    m_save
        = button(QStringLiteral("answerSaveButton"), tr("&Save to the history…"),
                 tr("Shows what would be kept in the error history of the connection, and asks"));
    for (QPushButton *each : {m_reconnect, m_check, m_copy, m_save})
        m_buttons->add(each);
    connect(m_reconnect, &QPushButton::clicked, this, &AnswerActs::reconnectRequested);
    connect(m_check, &QPushButton::clicked, this, &AnswerActs::checkRequested);
    connect(m_copy, &QPushButton::clicked, this, &AnswerActs::copyRequested);
    connect(m_save, &QPushButton::clicked, this, &AnswerActs::saveRequested);
}

void AnswerActs::lead(QPushButton *button)
{
    makePrimary(m_reconnect, button == m_reconnect);
    makePrimary(m_check, button == m_check);
    m_buttons->putFirst(button ? button : m_reconnect);
}

void AnswerActs::show(const Answer &answer)
{
    const Diagnosis &diagnosis = answer.findings.answer.reading.diagnosis;
    const bool isError
        = diagnosis.errorClass != ErrorClass::NotAnError && !answer.findings.isOnlyRequest;
    const bool about = answer.connection && isError;
    m_next->setText(words::translate("Diagnose", "Next: %1").arg(nextStep(answer)));
    m_next->setVisible(!answer.findings.isOnlyRequest); // it stands with the request
    const bool contradicted = !answer.contradiction.isEmpty() && isError;
    if (contradicted)
        m_contradiction->showMessage(InlineMessage::Kind::Warning, answer.contradiction);
    else
        m_contradiction->clear();
    if (answer.suggestion.isEmpty() || !isError)
        m_suggestion->clear();
    else
        //: A connection
        m_suggestion->showMessage(InlineMessage::Kind::Note,
                                  tr("Is it about %1?").arg(answer.suggestion));
    m_reconnect->setVisible(about && leadsToReconnect(diagnosis));
    m_check->setVisible(about);
    m_save->setVisible(isError);
    const bool works = contradicted && about && lightFor(answer.connection->state) == Light::Green;
    lead(leadsToCheck(answer) ? m_check : works ? nullptr : m_reconnect);
}

QString AnswerActs::next() const
{
    return m_next->text();
}

} // namespace relink
