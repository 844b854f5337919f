// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;

namespace relink {

class ButtonRow;
class InlineMessage;
class TextLabel;
struct Answer;

//! What to do next about a pasted text: in a sentence, with what speaks against it, and as buttons.
class AnswerActs : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerActs(QWidget *parent = nullptr);

    void show(const Answer &answer);
    QString next() const; //!< the sentence

Q_SIGNALS:
    void suggestionTaken();
    void reconnectRequested();
    void checkRequested();
    void copyRequested();
    void saveRequested();

private:
    void makeButtons();
    void lead(QPushButton *button);

    TextLabel *m_next;
    InlineMessage *m_contradiction;
    InlineMessage *m_suggestion;
    ButtonRow *m_buttons;
    QPushButton *m_reconnect = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace relink
