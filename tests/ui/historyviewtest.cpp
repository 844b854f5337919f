// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/historymodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QTableView>
#include <QTimer>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Page "Error history".
class HistoryViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void viewErrorsShowsOneConnection();
    void detailsAndCopy();
    void newEventsAppear();
    void showsTheNameOfToday();
    void testConnectionsAreMarked();
    void fetchesPageAfterPage();
    void lateAnswerToAnOldQuestionIsDropped();
    void keysOfTheOtherPageDoNothingHere();
};

namespace {

HistoryEvent madeEvent(qint64 id)
{
    HistoryEvent e;
    e.id = id;
    e.time = Stage::now().addSecs(-id * 60);
    e.firstSeen = e.time;
    e.connectionName = u"Shop"_s;
    e.errorClass = ErrorClass::Network;
    return e;
}

} // namespace

void HistoryViewTest::viewErrorsShowsOneConnection()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    child<QAction>(&window, "viewErrorsAction")->trigger();
    const auto *table = child<QTableView>(&window, "historyTableView");
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(child<QComboBox>(&window, "historyConnectionComboBox")->currentText(),
             u"eBay orders"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, HistoryModel::ConnectionColumn).data().toString(),
             u"eBay orders"_s);
    QCOMPARE(table->model()->index(0, HistoryModel::CountColumn).data().toString(), u"37"_s);
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
    QVERIFY(child<QWidget>(&window, "connectionListView")->isVisible());
    AcmeWindow::click(&window, "historyNavigationButton");
    QTRY_VERIFY(table->isVisible());
}

void HistoryViewTest::detailsAndCopy()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    window.showHistory();
    QTRY_COMPARE(AcmeWindow::text(&window, "historyTitleLabel"), u"Sign-in expired"_s);
    QCOMPARE(AcmeWindow::text(&window, "historyCountLabel"), u"37"_s);
    QCOMPARE(AcmeWindow::text(&window, "historyAnswerLabel"), u"HTTP 400 · invalid_grant"_s);
    QCOMPARE(AcmeWindow::text(&window, "historyOwnWordsTextEdit"),
             u"Authorisation token is hard expired"_s);
    AcmeWindow::click(&window, "historyCopyDetailsButton");
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString &part : {u"Sign-in expired"_s, u"eBay orders"_s, u"HTTP 400"_s,
                                u"Authorisation token is hard expired"_s})
        QVERIFY2(copied.contains(part), qPrintable(copied));
}

void HistoryViewTest::newEventsAppear()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    acme.window->showHistory();
    const auto *table = child<QTableView>(acme.window.get(), "historyTableView");
    const int before = table->model()->rowCount();
    acme.fixture.fakes.probe.answers = {ManagerFixture::unauthorized()};
    acme.fixture.fakes.tokenEndpoint.answers = {jsonAnswer(400, R"({"error":"invalid_grant"})")};
    const ConnectionId id = acme.fixture.fakes.connections.rows.first().id;
    (void)outcomeOf(acme.fixture.manager->check(id));
    QTRY_VERIFY(table->model()->rowCount() > before);
}

void HistoryViewTest::testConnectionsAreMarked()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    window.showHistory();
    const auto *table = child<QTableView>(&window, "historyTableView");
    QTRY_VERIFY(table->model()->rowCount() > 3);
    QStringList marked;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, HistoryModel::ConnectionColumn);
        const QString spoken = index.data(Qt::AccessibleTextRole).toString();
        if (!spoken.isEmpty())
            marked.append(spoken);
    }
    QCOMPARE(marked, QStringList(u"Warehouse, Test Mode"_s));
}

void HistoryViewTest::showsTheNameOfToday()
{
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected(u"Old name"_s);
    acme.open();
    acme.fixture.fakes.probe.answers = {ManagerFixture::unauthorized()};
    acme.fixture.fakes.tokenEndpoint.answers = {jsonAnswer(400, "{\"error\":\"invalid_grant\"}")};
    (void)outcomeOf(acme.fixture.manager->check(id));
    QVERIFY(acme.fixture.manager->rename(id, u"New name"_s).ok());
    acme.window->showHistory();
    const auto *table = child<QTableView>(acme.window.get(), "historyTableView");
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const auto name = [table] {
        return table->model()->index(0, HistoryModel::ConnectionColumn).data().toString();
    };
    QCOMPARE(name(), u"New name"_s);
    // Of a connection that is gone only the name it had is known.
    acme.fixture.fakes.connections.rows.clear();
    ++acme.fixture.fakes.connections.changes;
    acme.fixture.manager->reloadIfChanged();
    QCOMPARE(name(), u"Old name"_s);
}

void HistoryViewTest::fetchesPageAfterPage()
{
    QList<HistoryQuery> asked;
    HistoryModel model(
        [&asked](const HistoryQuery &query) {
            asked.append(query);
            QList<HistoryEvent> page;
            for (qint64 id = query.beforeId + 1; page.size() < query.limit && id <= 250; ++id)
                page.append(madeEvent(id));
            // As the store does: later, never from inside the question.
            const Completion<QList<HistoryEvent>> done;
            QTimer::singleShot(0, [done, page] { done(page); });
            return done.future();
        },
        [](const QString &) { return ProviderFace {}; }, [] { return Stage::now(); });
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery({});
    QTRY_VERIFY(model.rowCount() >= 100);
    while (model.rowCount() < 250) {
        const int before = model.rowCount();
        model.fetchMore({});
        QTRY_VERIFY(model.rowCount() > before);
    }
    QCOMPARE(model.rowCount(), 250);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.at(row)->id, row + 1); // every event once
    QCOMPARE(asked.last().beforeId, 200);
    QCOMPARE(asked.last().beforeTime, madeEvent(200).time);
}

void HistoryViewTest::lateAnswerToAnOldQuestionIsDropped()
{
    QList<Completion<QList<HistoryEvent>>> waiting;
    HistoryModel model(
        [&waiting](const HistoryQuery &) {
            waiting.append(Completion<QList<HistoryEvent>>());
            return waiting.last().future();
        },
        [](const QString &) { return ProviderFace {}; }, [] { return Stage::now(); });
    model.setQuery({});
    HistoryQuery other;
    other.search = u"x"_s;
    model.setQuery(other);
    waiting.at(1)(QList<HistoryEvent> {madeEvent(1)});
    waiting.at(0)(QList<HistoryEvent> {madeEvent(2), madeEvent(3)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(0)->id, 1);
}

void HistoryViewTest::keysOfTheOtherPageDoNothingHere()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    window.showHistory();
    QTest::keyClick(window.focusWidget(), Qt::Key_Delete);
    QTest::keyClick(window.focusWidget(), Qt::Key_F2);
    QTest::qWait(20);
    QVERIFY(!dialog("removeDialog"));
    QVERIFY(!dialog("renameDialog"));
}

RELINK_TEST(HistoryViewTest)

} // namespace relink::test

#include "historyviewtest.moc"
