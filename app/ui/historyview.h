// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/historyevent.h"
#include "ui/surroundings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTableView;
class QTimer;

namespace relink {

class CopyLine;
class FactList;
class HistoryModel;
class InlineMessage;
class SuspectFinder;
class TextLabel;

//! Page "Error history": what failed and what worked again, as groups, with the plain sentence
//! first and the raw answer last.
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(const Surroundings &surroundings, QWidget *parent = nullptr);

    //! "View errors" of one connection; an empty id shows all.
    void showConnection(const ConnectionId &id);
    void focusSearch();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTable();
    QWidget *makeDetails();
    void fillConnections();
    void ask();
    void showDetails();
    void updateSummary(const QString &error);
    void showNote(const HistoryEvent &note);
    void addNote();
    void removeNote();
    void takeBackRemoval();
    QString detailsAsText() const;
    void openSupport();

    const Surroundings &m_surroundings;
    HistoryModel *m_model;
    QTimer *m_delay; //!< until typing pauses
    TextLabel *m_summary;
    InlineMessage *m_message;
    InlineMessage *m_removal; //!< offers to take back that a note was removed
    HistoryEvent m_removed;
    SuspectFinder *m_suspects;
    QLineEdit *m_search;
    QComboBox *m_connections;
    QCheckBox *m_unresolved;
    QTableView *m_table = nullptr;
    QStackedLayout *m_tableStack = nullptr;
    TextLabel *m_empty = nullptr;
    QSplitter *m_splitter;
    QWidget *m_detailsContent = nullptr;
    TextLabel *m_nothing = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_sentence = nullptr;
    TextLabel *m_suspect = nullptr;
    FactList *m_facts = nullptr;
    TextLabel *m_connection = nullptr;
    TextLabel *m_happened = nullptr; //!< of a note, as the next one
    TextLabel *m_noted = nullptr;
    TextLabel *m_firstSeen = nullptr;
    TextLabel *m_lastSeen = nullptr;
    TextLabel *m_count = nullptr;
    TextLabel *m_stage = nullptr;
    TextLabel *m_answer = nullptr;
    TextLabel *m_resolved = nullptr;
    TextLabel *m_ownWordsCaption = nullptr;
    CopyLine *m_ownWords = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_removeNote = nullptr;
    QPushButton *m_support = nullptr;
};

} // namespace relink
