// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "ui/accountspage.h"
#include "ui/confirmdialog.h"
#include "ui/connectdialog.h"
#include "ui/connectionactions.h"
#include "ui/diagnosepage.h"
#include "ui/helpactions.h"
#include "ui/helppage.h"
#include "ui/historyview.h"
#include "ui/inlinemessage.h"
#include "ui/metrics.h"
#include "ui/navigation.h"
#include "ui/recoverydialog.h"
#include "ui/transferactions.h"
#include "words/words.h"

#include <QAction>
#include <QCloseEvent>
#include <QDialog>
#include <QKeyEvent>
#include <QLocale>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace relink {

namespace {

enum Page { AccountsPageNumber, HistoryPageNumber, DiagnosePageNumber, HelpPageNumber };

// A store that is under way is waited for this long before the merchant is asked (R81).
constexpr int closeStep = 100;
constexpr int closeSteps = 50;

} // namespace

MainWindow::MainWindow(Surroundings surroundings, QWidget *parent)
    : QMainWindow(parent)
    , m_surroundings(std::move(surroundings))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(m_surroundings.practice ? tr("Relink – Practice") : QStringLiteral("Relink"));
    m_actions = new ConnectionActions(m_surroundings, this);
    m_transfer = new TransferActions(m_surroundings, this);
    m_helpActions = new HelpActions(m_surroundings, m_actions, this);
    m_surroundings.showHelp = [this](const QString &topic) { showHelp(topic); };
    makePages();
    makeMenus();
    resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
    setMinimumSize(640, 420);

    connect(m_actions, &ConnectionActions::viewErrorsRequested, this, &MainWindow::showHistory);
    connect(m_transfer, &TransferActions::imported, this, [this](const ConnectionId &first) {
        showAccounts();
        m_accounts->select(first);
    });
    connect(m_accounts, &AccountsPage::newIntegrationRequested, this, &MainWindow::newIntegration);
    connect(m_accounts, &AccountsPage::diagnoseRequested, this, &MainWindow::showDiagnose);
    connect(m_accounts, &AccountsPage::recoveryRequested, this, &MainWindow::showRecovery);
    connect(m_accounts, &AccountsPage::countsChanged, this, &MainWindow::updateBadge);
    connect(&m_surroundings.manager, &ConnectionManager::storageTrouble, this,
            &MainWindow::showStorageTrouble);
}

void MainWindow::load()
{
    m_accounts->load();
}

void MainWindow::loadListFirst()
{
    m_accounts->load(AccountsPage::Details::AfterFirstPaint);
}

void MainWindow::firstPainted()
{
    m_accounts->firstPainted();
}

MainWindow::~MainWindow()
{
    // All that is inside refers to m_surroundings, which as a member would go before it. Dialogs
    // first: one with an open browser leg ends it while the pages still listen.
    qDeleteAll(findChildren<QDialog *>(Qt::FindDirectChildrenOnly));
    delete takeCentralWidget();
}

void MainWindow::makePages()
{
    auto *central = new QWidget;
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_navigation = new Navigation;
    m_navigation->addPage(QStringLiteral("accountsNavigationButton"), tr("Connected Accounts"),
                          tr("Every connection and whether it works"));
    m_navigation->addPage(QStringLiteral("historyNavigationButton"), tr("Error history"),
                          tr("What failed and what worked again"));
    m_navigation->addPage(QStringLiteral("diagnoseNavigationButton"), tr("Diagnose an error"),
                          tr("What an error from anywhere means, and what to do"));
    m_navigation->addPage(QStringLiteral("helpNavigationButton"), tr("Help"),
                          tr("What the words mean, and what the platforms say"));
    m_navigation->setPractice(m_surroundings.practice);
    m_navigation->setMinimumWidth(212);
    layout->addWidget(m_navigation);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    m_messages = new QWidget;
    auto *messages = new QVBoxLayout(m_messages);
    messages->setContentsMargins(metrics::page, metrics::group, metrics::page, 0);
    messages->setSpacing(metrics::control);
    m_storage = new InlineMessage(QStringLiteral("storage"));
    m_saving = new InlineMessage(QStringLiteral("saving"));
    messages->addWidget(m_storage);
    messages->addWidget(m_saving);
    m_orphans = new InlineMessage(QStringLiteral("orphans"));
    m_orphans->setClosable(true);
    messages->addWidget(m_orphans);
    connect(m_orphans, &InlineMessage::closed, this, &MainWindow::updateMessages);
    connect(m_orphans, &InlineMessage::actionTriggered, this, &MainWindow::askAboutOrphans);
    m_messages->hide();
    right->addWidget(m_messages);
    m_pages = new QStackedWidget;
    m_accounts = new AccountsPage(m_surroundings, m_actions);
    m_pages->addWidget(m_accounts);
    right->addWidget(m_pages, 1);
    layout->addLayout(right, 1);
    setCentralWidget(central);
    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    m_navigation->setCurrent(AccountsPageNumber);
}

void MainWindow::makeMenus()
{
    const auto add = [this](QMenu *menu, const QString &objectName, const QString &text,
                            const QKeySequence &keys, auto &&act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(objectName);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    QMenu *connection = menuBar()->addMenu(tr("&Connection"));
    connection->setObjectName(QStringLiteral("connectionMenu"));
    connection->setAccessibleDescription(tr("What can be done with connections"));
    add(connection, QStringLiteral("newIntegrationAction"), tr("New &integration"),
        QKeySequence(Qt::CTRL | Qt::Key_N), [this] { newIntegration(); });
    add(connection, QStringLiteral("checkAllAction"), tr("Check a&ll"),
        QKeySequence(Qt::CTRL | Qt::Key_F5), [this] {
            showAccounts();
            m_accounts->checkAll();
        });
    connection->addSeparator();
    m_recovery = add(connection, QStringLiteral("recoveryAction"),
                     tr("Reconnect one after the ot&her…"), {}, [this] { showRecovery(); });
    m_recovery->setEnabled(false);
    connection->addAction(m_actions->reconnectAction());
    m_actions->fillRowMenu(connection);
    connection->addSeparator();
    m_transfer->fillMenu(connection);
    connection->addSeparator();
    add(connection, QStringLiteral("quitAction"), tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q),
        [this] { close(); });

    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->setObjectName(QStringLiteral("viewMenu"));
    view->setAccessibleDescription(tr("The pages of this window, and the search"));
    add(view, QStringLiteral("showAccountsAction"), tr("Connected &Accounts"),
        QKeySequence(Qt::CTRL | Qt::Key_1), [this] { showAccounts(); });
    add(view, QStringLiteral("showHistoryAction"), tr("Error &history"),
        QKeySequence(Qt::CTRL | Qt::Key_2), [this] { showHistory(); });
    add(view, QStringLiteral("diagnoseAction"), tr("&Diagnose an error…"),
        QKeySequence(Qt::CTRL | Qt::Key_D), [this] { showDiagnose(); });
    view->addSeparator();
    add(view, QStringLiteral("searchAction"), tr("&Search"), QKeySequence(Qt::CTRL | Qt::Key_F),
        [this] {
            if (m_pages->currentWidget() == m_accounts)
                m_accounts->focusSearch();
            else if (m_history && m_pages->currentWidget() == m_history)
                m_history->focusSearch();
            else if (m_help && m_pages->currentWidget() == m_help)
                m_help->focusSearch();
        });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->setObjectName(QStringLiteral("helpMenu"));
    help->setAccessibleDescription(tr("What words mean, and who can help"));
    m_helpActions->fillMenu(help);
    connect(m_helpActions, &HelpActions::topicsRequested, this, [this] { showHelp(); });
}

void MainWindow::showPage(int page)
{
    m_pages->setCurrentWidget(pageOf(page));
    m_navigation->setCurrent(page);
    // What acts on the selected connection belongs to the page that shows which one that is.
    m_actions->setActive(page == AccountsPageNumber);
    if (page == AccountsPageNumber)
        m_accounts->reorder();
}

QWidget *MainWindow::pageOf(int page)
{
    if (page == HistoryPageNumber) {
        if (!m_history) {
            m_history = new HistoryView(m_surroundings);
            m_pages->addWidget(m_history);
        }
        return m_history;
    }
    if (page == DiagnosePageNumber) {
        if (!m_diagnose) {
            m_diagnose = new DiagnosePage(m_surroundings);
            m_pages->addWidget(m_diagnose);
            connect(m_diagnose, &DiagnosePage::reconnectRequested, m_actions,
                    &ConnectionActions::reconnectAfter);
            connect(m_diagnose, &DiagnosePage::historyRequested, this, &MainWindow::showHistory);
        }
        return m_diagnose;
    }
    if (page == HelpPageNumber) {
        if (!m_help) {
            m_help = new HelpPage(m_surroundings);
            m_pages->addWidget(m_help);
            connect(m_help, &HelpPage::reconnectRequested, m_helpActions, &HelpActions::reconnect);
        }
        return m_help;
    }
    return m_accounts;
}

void MainWindow::showAccounts()
{
    showPage(AccountsPageNumber);
}

void MainWindow::showWhatNeedsYou()
{
    showAccounts();
    m_accounts->selectFirst();
}

void MainWindow::showHistory(const ConnectionId &id)
{
    showPage(HistoryPageNumber);
    m_history->showConnection(id);
}

void MainWindow::showDiagnose()
{
    showPage(DiagnosePageNumber);
    m_diagnose->takeFocus();
}

void MainWindow::showHelp(const QString &topic)
{
    showPage(HelpPageNumber);
    m_help->showTopic(topic);
}

void MainWindow::showRecovery()
{
    auto *dialog = new RecoveryDialog(
        m_surroundings,
        [this](const Connection &connection, QWidget *over) {
            return m_actions->reconnectOver(connection, over);
        },
        this);
    // Opened from another page it ends where its results are seen.
    connect(dialog, &QDialog::finished, this, &MainWindow::showAccounts);
    dialog->open();
}

void MainWindow::newIntegration()
{
    auto *dialog = new ConnectDialog(m_surroundings, this);
    connect(dialog, &ConnectDialog::connected, this, [this](const ConnectionId &id) {
        showAccounts();
        m_accounts->select(id);
    });
    dialog->open();
}

void MainWindow::updateBadge()
{
    const int red = m_accounts->redCount();
    m_recovery->setEnabled(red > 0);
    m_navigation->setBadge(AccountsPageNumber, red,
                           red == 0       ? QString()
                               : red == 1 ? tr("1 needs you")
                                          : tr("%n need you", nullptr, red));
}

void MainWindow::showStorageTrouble(const QString &detail)
{
    if (detail.isEmpty()) {
        m_storage->clear();
        updateMessages();
        return;
    }
    m_storage->showMessage(InlineMessage::Kind::Error,
                           tr("Relink cannot write to its own storage, so changes and history may "
                              "be lost when it is closed. Free some space or check the "
                              "permissions of its folder. (%1)")
                               .arg(plainText(detail, 160)));
    updateMessages();
}

void MainWindow::updateMessages()
{
    m_messages->setVisible(!m_storage->text().isEmpty() || !m_saving->text().isEmpty()
                           || !m_orphans->text().isEmpty());
}

void MainWindow::lookForOrphans()
{
    whenDone(m_surroundings.manager.findOrphans(), this, [this](const Result<Orphans> &found) {
        if (found)
            showOrphans(*found);
    });
}

void MainWindow::showOrphans(const Orphans &orphans)
{
    m_orphanAccounts = orphans.accounts;
    QStringList paragraphs;
    QStringList names;
    for (const ConnectionId &id : orphans.connections) {
        if (const auto connection = m_surroundings.manager.connection(id))
            names.append(plainText(connection->name, 60));
    }
    if (!names.isEmpty()) {
        //: Names of connections
        paragraphs.append(tr("The keychain holds no sign-in for %1. Open the keychain that has it, "
                             "or authorise again.")
                              .arg(QLocale().createSeparatedList(names)));
    }
    const int items = int(orphans.accounts.size());
    if (items > 0) {
        paragraphs.append(
            (items == 1
                 ? tr("One sign-in in the keychain belongs to no connection here.")
                 : tr("%n sign-ins in the keychain belong to no connection here.", nullptr, items))
            + QLatin1Char(' ')
            + tr("It may be left over from an interruption, or belong to another copy of Relink on "
                 "this computer."));
    }
    m_orphans->setAction(items > 0 ? tr("Remove &left-overs…") : QString());
    m_orphans->showMessage(InlineMessage::Kind::Warning, paragraphs.join(QLatin1Char('\n')));
    updateMessages();
}

void MainWindow::askAboutOrphans()
{
    auto *dialog = new ConfirmDialog(
        QStringLiteral("orphans"), tr("Remove what belongs to no connection?"),
        tr("Relink deletes these sign-ins from the keychain of this computer. At the provider they "
           "stay valid until they run out. If another copy of Relink uses them, keep them. This "
           "cannot be taken back."),
        tr("&Remove"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        whenDone(m_surroundings.manager.removeOrphans(m_orphanAccounts), this,
                 [this](const Result<Done> &removed) {
                     if (removed)
                         return lookForOrphans();
                     m_orphans->showMessage(InlineMessage::Kind::Error,
                                            words::failure(removed.error(), {}));
                 });
    });
    dialog->open();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (m_pages->currentWidget() != m_accounts)
            showAccounts();
        else
            m_accounts->clearFilter();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_surroundings.manager.isBusyStoring() || m_closeAnyway) {
        event->accept();
        return;
    }
    event->ignore();
    if (m_closing)
        return;
    m_saving->showMessage(InlineMessage::Kind::Note,
                          tr("Saving to the keychain… Relink closes as soon as that is done."));
    updateMessages();
    m_closeWaits = 0;
    m_closing = new QTimer(this);
    connect(m_closing, &QTimer::timeout, this, &MainWindow::waitForStore);
    m_closing->start(closeStep);
}

void MainWindow::waitForStore()
{
    const bool busy = m_surroundings.manager.isBusyStoring();
    if (busy && ++m_closeWaits < closeSteps)
        return;
    delete std::exchange(m_closing, nullptr);
    if (!busy) {
        m_saving->clear();
        updateMessages();
        close();
        return;
    }
    askAboutUnsaved();
}

void MainWindow::askAboutUnsaved()
{
    m_saving->showMessage(InlineMessage::Kind::Error,
                          tr("A new sign-in is not saved yet: the keychain does not take it. Do "
                             "not quit before it is unlocked."));
    updateMessages();
    auto *dialog = new ConfirmDialog(
        QStringLiteral("unsaved"), tr("Quit without saving?"),
        tr("The keychain has not taken a new sign-in. If you quit now, that connection may have "
           "to be authorised again. Unlock the keychain first to keep it."),
        tr("&Quit anyway"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_closeAnyway = true;
        close();
    });
    dialog->open();
}

} // namespace relink
