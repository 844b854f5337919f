// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"
#include "ui/surroundings.h"

#include <QMainWindow>

class QStackedWidget;
class QAction;
class QTimer;

namespace relink {

class AccountsPage;
class ConnectionActions;
class DiagnosePage;
class HelpActions;
class HelpPage;
class HistoryView;
class InlineMessage;
class Navigation;
class TransferActions;
struct Orphans;

//! The window of Relink. It reads what the manager has; loading, keychain and network are the
//! business of whoever builds it, and none of them happens before the first paint.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Surroundings surroundings, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Fills the window with the manager's connections. Apart from the constructor, so that the
    //! rows can be read while the window is made.
    void load();
    //! The same for the start of the program: the list is in the first paint, the details beside it
    //! follow with firstPainted().
    void loadListFirst();
    void firstPainted();

    void newIntegration();
    void showAccounts();
    //! The accounts with the first of them, which is the one that needs the merchant most.
    void showWhatNeedsYou();
    void showHistory(const ConnectionId &id = {});
    void showDiagnose();
    //! All red connections, one after the other.
    void showRecovery();
    //! The Help page, at a topic where one is named.
    void showHelp(const QString &topic = {});
    //! A storage problem from outside, such as a database that could not be opened. Empty: solved.
    void showStorageTrouble(const QString &detail);
    //! Looks for what keychain and connections do not agree on, and shows it (R79). Returns at
    //! once; a keychain that does not answer is told where it is needed.
    void lookForOrphans();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makePages();
    void makeMenus();
    void showPage(int page);
    QWidget *pageOf(int page);
    void updateBadge();
    void updateMessages();
    void showOrphans(const Orphans &orphans);
    void askAboutOrphans();
    void waitForStore();
    void askAboutUnsaved();

    Surroundings m_surroundings;
    Navigation *m_navigation = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_messages = nullptr;
    InlineMessage *m_storage = nullptr;
    InlineMessage *m_saving = nullptr;
    InlineMessage *m_orphans = nullptr;
    QStringList m_orphanAccounts;
    ConnectionActions *m_actions = nullptr;
    TransferActions *m_transfer = nullptr;
    HelpActions *m_helpActions = nullptr;
    AccountsPage *m_accounts = nullptr;
    QAction *m_recovery = nullptr;
    // Made when they are first asked for.
    HistoryView *m_history = nullptr;
    DiagnosePage *m_diagnose = nullptr;
    HelpPage *m_help = nullptr;
    QTimer *m_closing = nullptr;
    int m_closeWaits = 0;
    bool m_closeAnyway = false;
};

} // namespace relink
