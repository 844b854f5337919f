// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "services/textdiagnoser.h"

#include <QWidget>

class QPushButton;
class QUrl;
class QVBoxLayout;

namespace relink {

class ButtonRow;
class DocumentedStepList;
class FactList;
class HelpTopics;
class InlineMessage;
class RequestView;
class TextLabel;

//! What there is to say about a pasted text, with what it is about.
struct Answer
{
    TextFindings findings;
    QString providerName; //!< empty: nobody named one
    bool chosen = false; //!< the person named it
    std::optional<Connection> connection; //!< chosen by the person
    QString contradiction; //!< what speaks against it; empty: nothing
    QString suggestion; //!< name of the connection that it is probably about; empty: none
};

//! An answer for a person, from the sentence down to where it is documented; without one, how to
//! get one. It acts on nothing itself.
class AnswerView : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerView(QWidget *parent = nullptr);

    void showNothing();
    void show(const Answer &answer);
    //! For a screen reader, and for tests: what is said when an answer comes.
    QString spoken() const;

    //! True where the text is no more than a request.
    static bool isOnlyRequest(const TextFindings &findings);

Q_SIGNALS:
    void exampleRequested(const QString &text);
    void suggestionTaken();
    void reconnectRequested();
    void checkRequested();
    void copyRequested();
    void saveRequested();
    void pageRequested(const QUrl &page);

private:
    QWidget *makeBeginning();
    QWidget *makeAnswer();
    void makeActs();
    TextLabel *addSection(QVBoxLayout *layout, const QString &title, QWidget *content);
    void showFacts(const Answer &answer);
    void showReadings(const Answer &answer);
    void showActs(const Answer &answer);

    QWidget *m_beginning;
    QWidget *m_answer;
    TextLabel *m_title = nullptr;
    TextLabel *m_sure = nullptr;
    TextLabel *m_meaning = nullptr;
    TextLabel *m_next = nullptr;
    InlineMessage *m_contradiction = nullptr;
    InlineMessage *m_suggestion = nullptr;
    ButtonRow *m_acts = nullptr;
    QPushButton *m_reconnect = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
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
