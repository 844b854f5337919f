// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/accountshead.h"
#include "ui/connectionlistmodel.h"
#include "ui/surroundings.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QMenu;
class QSplitter;
class QStackedLayout;
class QTimer;

namespace relink {

class CheckRun;
class ConnectionActions;
class ConnectionDetails;
class ConnectionFilterModel;
class ConnectionView;
class CopyLine;
class EmptyAccounts;
class InlineMessage;
struct FailedAct;
class SuspectFinder;
class TextLabel;

//! Page "Connected Accounts": every connection with its light, and what can be done with it.
class AccountsPage : public QWidget
{
    Q_OBJECT
public:
    AccountsPage(const Surroundings &surroundings, ConnectionActions *actions,
                 QWidget *parent = nullptr);

    //! Whether the pane beside the list is filled at once, or after firstPainted(): at the start of
    //! the program the list comes first.
    enum class Details { Now, AfterFirstPaint };

    //! Takes the manager's connections as they are and selects the first row.
    void load(Details details = Details::Now);
    void firstPainted();
    void checkAll();
    //! Brings every row to the place its state deserves.
    void reorder();
    void select(const ConnectionId &id);
    //! What needs the merchant most, in view.
    void selectFirst();
    void focusSearch();
    //! Esc: empties search and filter; false when there was nothing to empty.
    bool clearFilter();
    void showFailure(const FailedAct &act);
    void showNote(const QString &text);
    int redCount() const { return m_counts.red; }

Q_SIGNALS:
    void newIntegrationRequested();
    void diagnoseRequested();
    void recoveryRequested();
    void countsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeContent();
    void connectManager();
    void takeArrived();
    void currentChanged();
    bool isShown(const ConnectionId &id) const;
    void askForHalfFinished();
    void lookForHalfFinished();
    void showDetails();
    void showPair(const Connection *shown);
    void updateCounts();
    void showCounts();
    //! After rows have come and gone: the selected one, or the first.
    void keepInSight();
    void updateKeychainMessage();
    void updateRecoveryMessage();
    void openRowMenu(const QModelIndex &index, const QPoint &position);
    std::optional<Connection> current() const;

    const Surroundings &m_surroundings;
    ConnectionActions *m_actions;
    ConnectionListModel *m_model;
    ConnectionFilterModel *m_filter;
    CheckRun *m_run;
    SuspectFinder *m_suspects;
    QTimer *m_minute; //!< relative times grow older while the page is seen
    QTimer *m_counting; //!< gathers the changes of one moment
    QTimer *m_arriving; //!< the same for what was added
    QList<ConnectionId> m_arrived;
    AccountCounts m_counts;
    bool m_detailsWait = false;

    AccountsHead *m_head = nullptr;
    EmptyAccounts *m_empty = nullptr;
    InlineMessage *m_keychain = nullptr;
    InlineMessage *m_recovery = nullptr;
    int m_recoveryRefused = 0; //!< how many were red when it was closed
    InlineMessage *m_message = nullptr;
    CopyLine *m_messageDetails = nullptr;
    ConnectionId m_failed; //!< what the message is about
    QLineEdit *m_search = nullptr;
    QComboBox *m_state = nullptr;
    QStackedLayout *m_stack = nullptr;
    QStackedLayout *m_listStack = nullptr;
    TextLabel *m_noMatch = nullptr;
    QSplitter *m_splitter = nullptr;
    ConnectionView *m_view = nullptr;
    ConnectionDetails *m_details = nullptr;
    QMenu *m_menu = nullptr;
};

} // namespace relink
