// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/surroundings.h"

#include <QMap>
#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QListWidget;
class QScrollArea;

namespace relink {

class Card;
class HelpAnswer;
class HelpTopicView;
class TextLabel;

//! Page "Help": the topics and the glossary of the articles, one readable at a time.
class HelpPage : public QWidget
{
    Q_OBJECT
public:
    explicit HelpPage(const Surroundings &surroundings, QWidget *parent = nullptr);

    //! The topic of that id; the one that is shown where there is none of it.
    void showTopic(const QString &id);
    QString topic() const { return m_topic; }
    void focusSearch();

Q_SIGNALS:
    void reconnectRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeTopic();
    void fill();
    void search(const QString &text);
    void showCurrent();
    void arrange();

    const Surroundings &m_surroundings;
    QString m_topic;
    QMap<QString, QString> m_texts; //!< by topic, for searching
    QBoxLayout *m_parts = nullptr;
    QWidget *m_listCard = nullptr;
    QLineEdit *m_search = nullptr;
    QListWidget *m_list = nullptr;
    TextLabel *m_nothing = nullptr;
    TextLabel *m_summary = nullptr;
    QScrollArea *m_scroll = nullptr;
    TextLabel *m_title = nullptr;
    HelpTopicView *m_view = nullptr;
    TextLabel *m_sources = nullptr;
    HelpAnswer *m_answer = nullptr;
};

} // namespace relink
