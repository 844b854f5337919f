// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/connectiondelegate.h"
#include "ui/connectionlistmodel.h"
#include "ui/connectionview.h"
#include "ui/textlabel.h"

#include <QAccessible>
#include <QComboBox>
#include <QMenu>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Page "Connected Accounts" by mouse and keyboard.
class AccountsWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheShop();
    void rowMenuIsExact();
    void rowMenuOpens_data();
    void rowMenuOpens();
    void paintedReconnectButtonAnswersTheMouse();
    void keyboardReachesEverything();
    void emptyState();
    void checkAllCountsAndRowsSayChecking();
    void turnsRedInPlaceWithReason();
    void searchAndEscape();
    void whatIsFoundIsInSight();
    void quitWaitsForTheKeychain();
    void practiceIsMarked();
    void aReaderChangesThePage();
    void whatNeedsThePersonIsSelected();
    void theHeadHasRoomAtAnyWidth_data();
    void theHeadHasRoomAtAnyWidth();
    void aRowSaysWhatToDo();
};

namespace {

QStringList rowNames(const QListView *list)
{
    QStringList names;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        names.append(list->model()->index(row, 0).data().toString());
    return names;
}

QStringList actionTexts(const QMenu *menu)
{
    QStringList texts;
    for (const QAction *action : menu->actions()) {
        if (action->isVisible())
            texts.append(QString(action->text()).remove(u'&'));
    }
    return texts;
}

QPoint centreOf(const ConnectionView *view, ConnectionDelegate::Part part, int row)
{
    const QModelIndex index = view->model()->index(row, 0);
    QStyleOptionViewItem option;
    option.initFrom(view);
    option.rect = view->visualRect(index);
    return view->rowDelegate()->rectOf(part, option, index).center();
}

} // namespace

void AccountsWindowTest::showsTheShop()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    QCOMPARE(AcmeWindow::text(&window, "accountsTitleLabel"), u"Connected Accounts"_s);
    QCOMPARE(AcmeWindow::text(&window, "summaryLabel"),
             u"2 need you · 4 active · 1 waiting · last check 3 min ago"_s);
    QCOMPARE(AcmeWindow::text(&window, "checkAllButton"), u"Check all"_s);
    QCOMPARE(AcmeWindow::text(&window, "newIntegrationButton"), u"New integration"_s);
    const auto *list = child<QListView>(&window, "connectionListView");
    QCOMPARE(rowNames(list).first(), u"eBay orders"_s);
    // The first row is selected, so that its details are there.
    QCOMPARE(AcmeWindow::text(&window, "detailsNameLabel"), u"eBay orders"_s);
    QCOMPARE(AcmeWindow::text(&window, "detailsStatusLabel"), u"Inactive"_s);
    QCOMPARE(AcmeWindow::text(&window, "detailsReconnectButton"), u"Reconnect…"_s);
    QCOMPARE(AcmeWindow::text(&window, "detailsAuthoriseButton"), u"Re-authorise"_s);
    QCOMPARE(AcmeWindow::text(&window, "detailsRevokeButton"), u"Revoke access"_s);
    QVERIFY(AcmeWindow::text(&window, "detailsOwnWordsTextEdit")
                .contains(u"Authorisation token is hard expired"_s));
    const auto *badge = child<QWidget>(&window, "accountsNavigationButton");
    QCOMPARE(badge->accessibleDescription(), u"2 need you"_s);
}

void AccountsWindowTest::rowMenuIsExact()
{
    Stage stage;
    stage.row(u"Web shop"_s).state.health = Health::Paused;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    const auto *menu = child<QMenu>(&window, "rowMenu");
    QStringList wanted {u"View errors"_s,
                        u"Check now"_s,
                        u"Refresh connection"_s,
                        u"Forget access token and ask again"_s,
                        u"Re-authorise"_s,
                        u"Edit"_s,
                        u"Rename"_s,
                        u"Pause"_s,
                        u"Add a note…"_s,
                        u"Contact support…"_s,
                        u"Support packet…"_s,
                        u"Revoke access"_s,
                        u"Remove"_s};
    QCOMPARE(actionTexts(menu), wanted);
    auto *list = child<QListView>(&window, "connectionListView");
    list->setCurrentIndex(list->model()->index(int(rowNames(list).indexOf(u"Web shop"_s)), 0));
    wanted[7] = u"Resume"_s;
    QCOMPARE(actionTexts(menu), wanted);
}

void AccountsWindowTest::rowMenuOpens_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"dots", "menu key", "shift f10", "right button"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void AccountsWindowTest::rowMenuOpens()
{
    QFETCH(QString, how);
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *view = child<ConnectionView>(&window, "connectionListView");
    auto *menu = child<QMenu>(&window, "rowMenu");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(3, 0));
    if (how == u"dots"_s) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          centreOf(view, ConnectionDelegate::Part::Menu, 3));
    } else if (how == u"menu key"_s) {
        QTest::keyClick(view, Qt::Key_Menu);
    } else if (how == u"shift f10"_s) {
        QTest::keyClick(view, Qt::Key_F10, Qt::ShiftModifier);
    } else {
        const QPoint at = view->visualRect(view->model()->index(3, 0)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(view->viewport(), &event);
    }
    QTRY_VERIFY(menu->isVisible());
    // It belongs to the row it was opened on.
    QCOMPARE(view->currentIndex().row(), 3);
    menu->close();
}

void AccountsWindowTest::paintedReconnectButtonAnswersTheMouse()
{
    AcmeWindow acme;
    acme.addRed(u"Alpha"_s);
    acme.addRed(u"Beta"_s);
    acme.open();
    auto *view = child<ConnectionView>(acme.window.get(), "connectionListView");
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      centreOf(view, ConnectionDelegate::Part::Reconnect, 1));
    QWidget *wizard = awaitDialog("reconnectWizard");
    QVERIFY(wizard);
    QVERIFY(wizard->windowTitle().contains(u"Beta"_s));
    QTest::keyClick(wizard, Qt::Key_Escape);
    QTRY_VERIFY(!dialog("reconnectWizard"));
}

void AccountsWindowTest::keyboardReachesEverything()
{
    AcmeWindow acme;
    acme.addRed();
    acme.open();
    auto *list = child<QListView>(acme.window.get(), "connectionListView");
    QVERIFY(acme.window->focusWidget() == list);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(acme.window->focusWidget()
            == child<QWidget>(acme.window.get(), "detailsReconnectButton"));
    QTest::keyClick(acme.window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(acme.window->focusWidget() == child<QWidget>(acme.window.get(), "searchLineEdit"));
    const QList<std::pair<QKeyCombination, const char *>> shortcuts {
        {Qt::CTRL | Qt::Key_R, "reconnectWizard"},
        {Qt::CTRL | Qt::Key_N, "connectDialog"},
        {QKeyCombination(Qt::Key_F2), "renameDialog"},
        {QKeyCombination(Qt::Key_Delete), "removeDialog"}};
    for (const auto &[keys, name] : shortcuts) {
        list->setFocus();
        QTest::keyClick(list, keys.key(), keys.keyboardModifiers());
        QWidget *open = awaitDialog(name);
        QVERIFY2(open, name);
        QTest::keyClick(open, Qt::Key_Escape);
        QTRY_VERIFY2(!dialog(name), name);
    }
    // Tab walks through every control of the page and comes back.
    list->setFocus();
    QSet<QString> seen;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(acme.window->focusWidget(), Qt::Key_Tab);
        seen.insert(acme.window->focusWidget()->objectName());
    }
    for (const char *name :
         {"accountsNavigationButton", "checkAllButton", "newIntegrationButton", "searchLineEdit",
          "stateComboBox", "connectionListView", "detailsReconnectButton", "detailsAuthoriseButton",
          "detailsRevokeButton", "detailsOwnWordsTextEdit", "detailsOwnWordsCopyButton"})
        QVERIFY2(seen.contains(QLatin1StringView(name)), name);
    // Tab stops at the chosen page of the navigation; the arrow keys go to the others.
    auto *accounts = child<QWidget>(acme.window.get(), "accountsNavigationButton");
    accounts->setFocus();
    QTest::keyClick(accounts, Qt::Key_Down);
    QCOMPARE(acme.window->focusWidget()->objectName(), u"historyNavigationButton"_s);
}

void AccountsWindowTest::emptyState()
{
    Stage stage(0);
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    QVERIFY(child<QWidget>(&window, "emptyStateLabel")->isVisible());
    QVERIFY(!child<QWidget>(&window, "newIntegrationButton")->isVisible());
    AcmeWindow::click(&window, "practiseButton");
    QCOMPARE(stage.practiceStarts, 1);
    AcmeWindow::click(&window, "emptyNewIntegrationButton");
    QWidget *open = awaitDialog("connectDialog");
    QVERIFY(open);
    QTest::keyClick(open, Qt::Key_Escape);
}

void AccountsWindowTest::checkAllCountsAndRowsSayChecking()
{
    AcmeWindow acme;
    for (const QString &name : {u"Alpha"_s, u"Beta"_s, u"Gamma"_s})
        acme.fixture.connected(name);
    const Result<Done> paused
        = acme.fixture.manager->pause(*acme.fixture.manager->find(u"Gamma"_s));
    QVERIFY(paused.ok());
    acme.open();
    acme.fixture.fakes.probe.held = true;
    acme.fixture.fakes.probe.answers = {ManagerFixture::me(), ManagerFixture::me()};
    acme.fixture.fakes.clock.advance(std::chrono::minutes(30));
    acme.click(acme.window.get(), "checkAllButton");
    QTRY_VERIFY(AcmeWindow::text(acme.window.get(), "summaryLabel").contains(u"0 of 2 checked"_s));
    QCOMPARE(AcmeWindow::text(acme.window.get(), "detailsReasonLabel"), u"Checking…"_s);
    acme.fixture.fakes.probe.release();
    QTRY_VERIFY(
        AcmeWindow::text(acme.window.get(), "summaryLabel").contains(u"last check just now"_s));
    QCOMPARE(acme.fixture.fakes.probe.calls.size(), 3 + 2); // the paused one was left alone
}

void AccountsWindowTest::turnsRedInPlaceWithReason()
{
    AcmeWindow acme;
    acme.fixture.connected(u"Alpha"_s);
    acme.fixture.connected(u"Beta"_s);
    acme.open();
    auto *list = child<QListView>(acme.window.get(), "connectionListView");
    list->setCurrentIndex(list->model()->index(1, 0));
    acme.fixture.fakes.probe.answers
        = {jsonAnswer(401, R"({"error":"invalid_token","error_description":"token was revoked"})")};
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(400, R"({"error":"invalid_grant","error_description":"grant is gone"})")};
    QTest::keyClick(list, Qt::Key_F5);
    QTRY_COMPARE(AcmeWindow::text(acme.window.get(), "detailsStatusLabel"), u"Inactive"_s);
    QVERIFY(AcmeWindow::text(acme.window.get(), "detailsReasonLabel").size() > 20);
    QVERIFY2(
        AcmeWindow::text(acme.window.get(), "detailsOwnWordsTextEdit").contains(u"grant is gone"_s),
        qPrintable(AcmeWindow::text(acme.window.get(), "detailsOwnWordsTextEdit")));
    QTRY_VERIFY(AcmeWindow::text(acme.window.get(), "summaryLabel").startsWith(u"1 needs you"_s));
    // It stays where it is until the view is refreshed.
    QCOMPARE(rowNames(list), (QStringList {u"Alpha"_s, u"Beta"_s}));
    acme.fixture.fakes.probe.answers = {jsonAnswer(401, "{}")};
    QTest::keyClick(list, Qt::Key_F5);
    QCOMPARE(rowNames(list), (QStringList {u"Beta"_s, u"Alpha"_s}));
    QCOMPARE(list->currentIndex().data().toString(), u"Beta"_s);
}

void AccountsWindowTest::searchAndEscape()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    const auto *list = child<QListView>(&window, "connectionListView");
    AcmeWindow::type(&window, "searchLineEdit", u"warehouse"_s);
    QCOMPARE(rowNames(list), QStringList {u"Warehouse"_s});
    AcmeWindow::type(&window, "searchLineEdit", u"nothing like it"_s);
    QVERIFY(child<QWidget>(&window, "noMatchLabel")->isVisible());
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
    QCOMPARE(rowNames(list).size(), 7);
    child<QComboBox>(&window, "stateComboBox")->setCurrentText(u"Needs you"_s);
    QCOMPARE(rowNames(list).size(), 2);
}

void AccountsWindowTest::whatIsFoundIsInSight()
{
    Stage stage(200);
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    auto *list = child<QListView>(&window, "connectionListView");
    list->setCurrentIndex(list->model()->index(150, 0));
    AcmeWindow::type(&window, "searchLineEdit", u"Branch 0"_s);
    QVERIFY(list->model()->rowCount() > 100 && list->model()->rowCount() < 150);
    QVERIFY(list->currentIndex().isValid());
    const auto inSight = [list] {
        return list->viewport()->rect().contains(list->visualRect(list->currentIndex()).center());
    };
    QVERIFY(inSight());
    list->setCurrentIndex(list->model()->index(90, 0));
    AcmeWindow::type(&window, "searchLineEdit", u"Branch"_s);
    QVERIFY(inSight());
}

void AccountsWindowTest::quitWaitsForTheKeychain()
{
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.secrets.held = true;
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(200, ManagerFixture::tokens("a2", "r2"))};
    acme.fixture.fakes.probe.answers = {ManagerFixture::me()};
    child<QAction>(acme.window.get(), "refreshConnectionAction")->trigger();
    QTRY_VERIFY(acme.fixture.manager->isBusyStoring());
    QVERIFY(!acme.window->close());
    QVERIFY(acme.window->isVisible());
    QVERIFY(child<QWidget>(acme.window.get(), "savingMessage")->isVisible());
    acme.fixture.fakes.secrets.release();
    QTRY_VERIFY(!acme.window->isVisible());
    QCOMPARE(acme.fixture.stored(id).refreshToken.reveal(), QByteArray("r2"));
}

void AccountsWindowTest::practiceIsMarked()
{
    Stage stage;
    Surroundings surroundings = stage.surroundings();
    surroundings.practice = true;
    MainWindow window(surroundings);
    window.load();
    window.show();
    QVERIFY(child<QWidget>(&window, "practiceLabel")->isVisible());
    QVERIFY(window.windowTitle().contains(u"Practice"_s));
    surroundings.practice = false;
    MainWindow real(surroundings);
    real.load();
    real.show();
    QVERIFY(!child<QWidget>(&real, "practiceLabel")->isVisible());
}

void AccountsWindowTest::aReaderChangesThePage()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    for (const auto &[button, shown] :
         {std::pair {"historyNavigationButton", "historyTableView"},
          std::pair {"accountsNavigationButton", "connectionListView"}}) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(
            child<QWidget>(&window, button));
        QVERIFY(interface && interface->actionInterface());
        QVERIFY(!interface->text(QAccessible::Description).isEmpty());
        interface->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY2(child<QWidget>(&window, shown)->isVisible(), shown);
    }
}

void AccountsWindowTest::whatNeedsThePersonIsSelected()
{
    AcmeWindow acme;
    acme.open();
    acme.addRed(u"Beta"_s);
    acme.fixture.connected(u"Alpha"_s);
    acme.fixture.connected(u"Gamma"_s);
    const auto *list = child<QListView>(acme.window.get(), "connectionListView");
    acme.window->showWhatNeedsYou();
    QCOMPARE(list->currentIndex().row(), 0);
    QCOMPARE(list->currentIndex().data().toString(), u"Beta"_s);
    QVERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
}

void AccountsWindowTest::theHeadHasRoomAtAnyWidth_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {640, 800, 1280})
        QTest::addRow("%d", width) << width;
}

void AccountsWindowTest::theHeadHasRoomAtAnyWidth()
{
    QFETCH(int, width);
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.resize(width, 600);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.width(), width);
    QVERIFY(!child<TextLabel>(&window, "accountsTitleLabel")->isCut());
    const auto *summary = child<TextLabel>(&window, "summaryLabel");
    QVERIFY(!summary->isCut());
    QVERIFY(summary->height() <= 2 * summary->fontMetrics().height());
    const auto *page = child<QWidget>(&window, "accountsPage");
    const auto *button = child<QWidget>(&window, "newIntegrationButton");
    QVERIFY(button->width() >= button->sizeHint().width());
    QVERIFY(page->rect().contains(QRect(button->mapTo(page, QPoint()), button->size())));
}

void AccountsWindowTest::aRowSaysWhatToDo()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    const QModelIndex first = child<QListView>(&window, "connectionListView")->model()->index(0, 0);
    QCOMPARE(first.data(ConnectionListModel::RowReasonRole).toString(),
             u"Sign-in expired. Re-authorise at eBay."_s);
    // The whole story stays in the tooltip.
    QVERIFY(first.data(Qt::ToolTipRole).toString().size() > 80);
}

RELINK_TEST(AccountsWindowTest)

} // namespace relink::test

#include "accountswindowtest.moc"
