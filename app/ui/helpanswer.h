// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;

namespace relink {

class HelpAnswerStore;
class TextLabel;

//! "Did this help?" under a topic: yes or no, changeable, kept on this computer and sent to nobody.
class HelpAnswer : public QWidget
{
    Q_OBJECT
public:
    //! Hidden where there is no store.
    explicit HelpAnswer(HelpAnswerStore *store, QWidget *parent = nullptr);

    void setTopic(const QString &id);

private:
    void give(bool helped);
    void showAnswer(bool helped);

    HelpAnswerStore *m_store;
    QString m_topic;
    QPushButton *m_yes;
    QPushButton *m_no;
    TextLabel *m_reply;
};

} // namespace relink
