// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/answerview.h"

#include "core/rules/helptopics.h"
#include "core/rules/plaintext.h"
#include "services/documentation.h"
#include "ui/answer.h"
#include "ui/answeracts.h"
#include "ui/buttonrow.h"
#include "ui/documentedsteplist.h"
#include "ui/factlist.h"
#include "ui/helptopics.h"
#include "ui/localmark.h"
#include "ui/metrics.h"
#include "ui/requestview.h"
#include "ui/textlabel.h"
#include "words/documentedwords.h"
#include "words/words.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

namespace {

// Made up, and of nobody in particular.
const QString errorExample
    = QStringLiteral("Import of order 10042 failed: HTTP 401 Unauthorized\n"
                     "{\"error\": \"invalid_grant\", \"error_description\": \"refresh token "
                     "expired\"}");
const QString requestExample
    = QStringLiteral("curl \"https://api.example.com/v1/orders?api_key=3f9a77c1d2e84b60\"");

QPushButton *button(const QString &objectName, const QString &text)
{
    auto *made = new QPushButton(text);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    return made;
}

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("answerView"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pane, metrics::pane, metrics::pane, metrics::pane);
    layout->setSpacing(metrics::pane);
    m_beginning = makeBeginning();
    m_reading = new TextLabel(TextLabel::Size::Heading);
    m_reading->setObjectName(QStringLiteral("diagnoseReadingLabel"));
    m_reading->setText(tr("Reading the text…"));
    m_answer = makeAnswer();
    layout->addWidget(m_beginning);
    layout->addWidget(m_reading);
    layout->addWidget(m_answer);
    m_helpTitle = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_helpTitle->setText(tr("Good to know"));
    m_help = new HelpTopics;
    auto *help = new QVBoxLayout;
    help->setSpacing(4);
    help->addWidget(m_helpTitle);
    help->addWidget(m_help);
    layout->addLayout(help);
    layout->addStretch(1);
    showNothing();
}

QWidget *AnswerView::makeBeginning()
{
    auto *beginning = new QWidget;
    auto *layout = new QVBoxLayout(beginning);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    auto *title = new TextLabel(TextLabel::Size::Heading);
    title->setObjectName(QStringLiteral("diagnoseEmptyLabel"));
    title->setText(tr("Paste an error, and Relink tells you what it means and what to do."));
    auto *text = new TextLabel;
    text->setText(tr("It may come from anywhere: an import report, an order note, an e-mail, a "
                     "log. More around it does no harm. Web addresses and scripts are looked "
                     "through for unsafe requests."));
    auto *error = button(QStringLiteral("errorExampleButton"), tr("&Try an example"));
    error->setAccessibleDescription(tr("Puts a made-up error into the field"));
    auto *request = button(QStringLiteral("requestExampleButton"), tr("Try a re&quest"));
    request->setAccessibleDescription(tr("Puts a made-up unsafe request into the field"));
    auto *buttons = new ButtonRow;
    buttons->add(error);
    buttons->add(request);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(buttons);
    connect(error, &QPushButton::clicked, this, [this] { Q_EMIT exampleRequested(errorExample); });
    connect(request, &QPushButton::clicked, this,
            [this] { Q_EMIT exampleRequested(requestExample); });
    return beginning;
}

TextLabel *AnswerView::addSection(QVBoxLayout *layout, const QString &title, QWidget *content)
{
    auto *heading = new TextLabel;
    heading->setStrong(true);
    heading->setText(title);
    auto *section = new QVBoxLayout;
    section->setSpacing(6);
    section->addWidget(heading);
    section->addWidget(content);
    layout->addLayout(section);
    return heading;
}

QWidget *AnswerView::makeAnswer()
{
    auto *answer = new QWidget;
    auto *layout = new QVBoxLayout(answer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::pane);
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    m_title = new TextLabel(TextLabel::Size::Heading);
    m_title->setObjectName(QStringLiteral("answerTitleLabel"));
    m_sure = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_sure->setObjectName(QStringLiteral("answerSureLabel"));
    head->addWidget(m_title);
    head->addWidget(m_sure);
    layout->addLayout(head);
    m_meaning = new TextLabel;
    m_meaning->setObjectName(QStringLiteral("answerMeaningLabel"));
    layout->addWidget(m_meaning);
    m_what = button(QStringLiteral("whatIsThisButton"), tr("W&hat is this?"));
    m_what->setFlat(true);
    layout->addWidget(m_what, 0, Qt::AlignLeading);
    m_acts = new AnswerActs;
    layout->addWidget(m_acts);
    m_request = new RequestView;
    layout->addWidget(m_request);
    m_facts = new FactList;
    m_provider = m_facts->addFact(QStringLiteral("answerProviderLabel"), tr("Provider"));
    m_status = m_facts->addFact(QStringLiteral("answerStatusLabel"), tr("HTTP status"));
    m_code = m_facts->addFact(QStringLiteral("answerCodeLabel"), tr("Code"));
    m_decided = m_facts->addFact(QStringLiteral("answerDecidedLabel"), tr("Decided by"));
    layout->addWidget(m_facts);
    m_steps = new DocumentedStepList;
    m_stepsTitle = addSection(layout, tr("What to do, in this order"), m_steps);
    m_readings = new TextLabel;
    m_readings->setObjectName(QStringLiteral("answerReadingsLabel"));
    m_readingsTitle = addSection(layout, tr("It could also be"), m_readings);
    connect(m_steps, &DocumentedStepList::pageRequested, this, &AnswerView::pageRequested);
    connect(m_what, &QPushButton::clicked, this, [this] { Q_EMIT topicRequested(m_whatTopic); });
    connect(m_acts, &AnswerActs::suggestionTaken, this, &AnswerView::suggestionTaken);
    connect(m_acts, &AnswerActs::reconnectRequested, this, &AnswerView::reconnectRequested);
    connect(m_acts, &AnswerActs::checkRequested, this, &AnswerView::checkRequested);
    connect(m_acts, &AnswerActs::copyRequested, this, &AnswerView::copyRequested);
    connect(m_acts, &AnswerActs::saveRequested, this, &AnswerView::saveRequested);
    return answer;
}

void AnswerView::showNothing()
{
    m_answer->hide();
    m_reading->hide();
    m_beginning->show();
    setAccessibleName({});
    m_help->setTopics(shortTopics(documentation()));
    m_helpTitle->show();
}

void AnswerView::showReading()
{
    m_answer->hide();
    m_beginning->hide();
    m_reading->show();
    setAccessibleName(m_reading->text()); // the answer is said even if it is the same
}

void AnswerView::show(const Answer &answer)
{
    const TextDiagnosis &reading = answer.findings.answer.reading;
    const Diagnosis &diagnosis = reading.diagnosis;
    const bool onlyRequest = answer.findings.isOnlyRequest;
    m_title->setText(words::classTitle(diagnosis.errorClass, diagnosis.cause));
    //: How sure an answer is: "nearly certain", "likely", "possible", "a guess"
    m_sure->setText(tr("How sure this is: %1").arg(words::howSure(diagnosis.confidence)));
    m_meaning->setText(words::meaning(diagnosis, documentation(), answer.providerName)
                           .join(QStringLiteral("\n\n")));
    for (TextLabel *label : {m_title, m_sure, m_meaning})
        label->setVisible(!onlyRequest);
    const RequestLint &lint = answer.findings.lint;
    const bool isError = diagnosis.errorClass != ErrorClass::NotAnError;
    m_request->setVisible(!lint.findings.isEmpty() || (lint.hasRequest && !isError));
    m_request->setLint(lint, onlyRequest);
    // What is wrong comes before what to do.
    auto *layout = static_cast<QVBoxLayout *>(m_answer->layout());
    layout->insertWidget(layout->indexOf(m_acts) + (onlyRequest ? 0 : 1), m_request);
    showFacts(answer);
    m_steps->setSteps(answer.findings.answer.steps);
    const bool hasSteps = !onlyRequest || diagnosis.errorClass == ErrorClass::DeprecatedMethod;
    m_steps->setVisible(hasSteps && !answer.findings.answer.steps.isEmpty());
    m_stepsTitle->setVisible(!m_steps->isHidden());
    showReadings(answer);
    m_acts->show(answer);
    showHelp(reading);
    m_what->setVisible(!onlyRequest && !m_whatTopic.isEmpty());
    m_beginning->hide();
    m_reading->hide();
    m_answer->show();
    say(spoken());
}

void AnswerView::showHelp(const TextDiagnosis &reading)
{
    const QList<HelpTopic> help = helpFor(reading, documentation());
    // The pass comes last, after what its refusal means.
    m_whatTopic = help.isEmpty() ? QString() : help.last().id;
    m_what->setAccessibleDescription(help.isEmpty() ? QString()
                                                    : words::packText(help.last().title));
    QList<HelpTopic> topics = help;
    for (const HelpTopic &topic : shortTopics(documentation())) {
        const bool known = std::any_of(help.begin(), help.end(), [&topic](const HelpTopic &other) {
            return other.id == topic.id;
        });
        if (!known)
            topics += topic;
    }
    m_help->setTopics(topics);
}

void AnswerView::say(const QString &what)
{
    if (accessibleName() == what)
        return;
    setAccessibleName(what);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString AnswerView::spoken() const
{
    if (m_title->isHidden())
        return m_request->accessibleName();
    return QStringList {m_title->text(), m_sure->text(), m_acts->next()}.join(QStringLiteral(". "));
}

void AnswerView::showFacts(const Answer &answer)
{
    const TextDiagnosis &reading = answer.findings.answer.reading;
    QString provider = tr("not named in the text");
    if (answer.chosen)
        provider = tr("%1 (as you said)").arg(answer.providerName);
    else if (!answer.providerName.isEmpty())
        //: A provider and how sure that is
        provider
            = tr("%1 (%2)").arg(answer.providerName, words::howSure(reading.providerConfidence));
    m_facts->setFact(m_provider, provider);
    m_facts->setFact(m_status,
                     reading.httpStatus ? QString::number(*reading.httpStatus) : QString());
    m_facts->setFact(m_code, plainText(reading.providerCode, 80));
    QStringList passages;
    for (const QString &passage : answer.findings.answer.passages)
        //: Words of the pasted text
        passages += tr("“%1”").arg(withLocalMark(plainText(passage, 160)));
    m_facts->setFact(m_decided, passages.join(QStringLiteral(" · ")));
    m_facts->setVisible(!answer.findings.isOnlyRequest);
}

void AnswerView::showReadings(const Answer &answer)
{
    QStringList lines;
    for (const Alternative &other : answer.findings.answer.reading.diagnosis.alternatives) {
        //: Another reading of an error, and why it is possible
        lines += tr("• %1: %2")
                     .arg(words::classTitle(other.errorClass, {}),
                          words::alternativeSentence(other, answer.providerName));
    }
    m_readings->setText(lines.join(u'\n'));
    const bool shown = !lines.isEmpty() && !answer.findings.isOnlyRequest;
    m_readings->setVisible(shown);
    m_readingsTitle->setVisible(shown);
}

} // namespace relink
