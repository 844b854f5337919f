// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/textdiagnosis.h"

#include <QWidget>

class QUrl;
class QPushButton;
class QVBoxLayout;

namespace relink {

class AnswerActs;
class DocumentedStepList;
class FactList;
class HelpTopics;
class RequestView;
class TextLabel;
struct Answer;

//! An answer for a person, from the sentence down to where it is documented; without one, how to
//! get one. It acts on nothing itself.
class AnswerView : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerView(QWidget *parent = nullptr);

    void showNothing();
    void showReading(); //!< until show()
    void show(const Answer &answer);
    //! For a screen reader, and for tests: what is said when an answer comes.
    QString spoken() const;

Q_SIGNALS:
    void exampleRequested(const QString &text);
    void suggestionTaken();
    void reconnectRequested();
    void checkRequested();
    void copyRequested();
    void saveRequested();
    void pageRequested(const QUrl &page);
    void topicRequested(const QString &topic); //!< of the help

private:
    QWidget *makeBeginning();
    QWidget *makeAnswer();
    TextLabel *addSection(QVBoxLayout *layout, const QString &title, QWidget *content);
    void showFacts(const Answer &answer);
    void showReadings(const Answer &answer);
    void showHelp(const TextDiagnosis &reading);
    void say(const QString &what);

    QWidget *m_beginning;
    TextLabel *m_reading;
    QWidget *m_answer;
    TextLabel *m_title = nullptr;
    TextLabel *m_sure = nullptr;
    TextLabel *m_meaning = nullptr;
    QPushButton *m_what = nullptr;
    QString m_whatTopic;
    AnswerActs *m_acts = nullptr;
    FactList *m_facts = nullptr;
    TextLabel *m_provider = nullptr;
    TextLabel *m_status = nullptr;
    TextLabel *m_code = nullptr;
    TextLabel *m_decided = nullptr;
    TextLabel *m_stepsTitle = nullptr;
    DocumentedStepList *m_steps = nullptr;
    TextLabel *m_readingsTitle = nullptr;
    TextLabel *m_readings = nullptr;
    RequestView *m_request = nullptr;
    TextLabel *m_helpTitle = nullptr;
    HelpTopics *m_help = nullptr;
};

} // namespace relink
