// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/child.h"
#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "storage/sqlitehistory.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QThread>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int seconds)
{
    return QDateTime::fromMSecsSinceEpoch(1'770'000'000'000 + seconds * 1000LL, Qt::UTC);
}

HistoryEvent failure(int seconds, const QString &connection = u"a"_s)
{
    HistoryEvent e;
    e.time = at(seconds);
    e.connection.value = connection;
    e.connectionName = u"Name of "_s + connection;
    e.provider = u"p"_s;
    e.errorClass = ErrorClass::Network;
    e.code = u"offline"_s;
    return e;
}

HistoryEvent recovery(int seconds, const QString &connection = u"a"_s)
{
    HistoryEvent e = failure(seconds, connection);
    e.kind = HistoryKind::Recovery;
    e.errorClass.reset();
    e.code.clear();
    return e;
}

//! A migrated profile with its history, and calls that wait for their answer.
class Fixture
{
public:
    explicit Fixture(HistoryLimits limits = {})
        : database(profile.ready())
        , history(*database, limits)
    {}

    Result<Done> append(const HistoryEvent &event) { return await(history.append(event)); }
    QList<HistoryEvent> find(const HistoryQuery &query = {})
    {
        return await(history.query(query)).value();
    }

    const Profile profile;
    std::unique_ptr<Database> database;
    SqliteHistory history;
};

QList<int> secondsOf(const QList<HistoryEvent> &events)
{
    QList<int> list;
    for (const HistoryEvent &event : events)
        list.append(int(at(0).secsTo(event.time)));
    return list;
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldRoundTrips();
    void everyWordRoundTrips();
    void theLeastEventRoundTrips();
    void equalFailuresAreOneLine();
    void whatDiffersIsAnotherLine_data();
    void whatDiffersIsAnotherLine();
    void anotherConnectionDoesNotInterrupt();
    void aRecoveryResolvesAndStartsAnew();
    void aFlappingProviderStaysSmall();
    void newestFirstAndPaged();
    void filters_data();
    void filters();
    void search_data();
    void search();
    void keepsNoMoreThanTheLimit();
    void answersOnTheCallersThread();
    void storesInTheOrderOfTheCalls();
    void anOrderlyEndLosesNothing();
    void anOrderlyEndOfAProcessLosesNothing();
    void nobodyIsAnsweredAfterwards();
    void aNewDatabaseIsAnErrorNotAnEnd();
};

void HistoryTest::everyFieldRoundTrips()
{
    Fixture f;
    HistoryEvent event = sampleEvent();
    QVERIFY(f.append(event).ok());
    const auto found = f.find();
    QCOMPARE(found.size(), 1);
    event.id = found.constFirst().id;
    QVERIFY(event.id > 0);
    QCOMPARE(unfilled(event), 0);
    QVERIFY(found.constFirst() == event);
}

void HistoryTest::everyWordRoundTrips()
{
    Fixture f;
    int n = 0;
    QList<HistoryEvent> all;
    for (const auto kind : {HistoryKind::Failure, HistoryKind::Recovery, HistoryKind::Change}) {
        for (const auto stage :
             {HistoryStage::Authorize, HistoryStage::Exchange, HistoryStage::Refresh,
              HistoryStage::Probe, HistoryStage::Revoke, HistoryStage::Keychain,
              HistoryStage::Storage, HistoryStage::Local}) {
            ++n;
            HistoryEvent event = failure(n, QString::number(n));
            event.kind = kind;
            event.stage = stage;
            event.errorClass = allErrorClasses().at(n % allErrorClasses().size());
            QVERIFY(f.append(event).ok());
            all.prepend(event);
        }
    }
    const auto found = f.find();
    QCOMPARE(found.size(), all.size());
    for (int i = 0; i < all.size(); ++i) {
        QVERIFY(found.at(i).kind == all.at(i).kind);
        QVERIFY(found.at(i).stage == all.at(i).stage);
        QVERIFY(found.at(i).errorClass == all.at(i).errorClass);
    }
}

void HistoryTest::theLeastEventRoundTrips()
{
    Fixture f;
    HistoryEvent event;
    QVERIFY(f.append(event).error().is(code::invalidInput));
    event.time = at(1);
    event.kind = HistoryKind::Change;
    QVERIFY(f.append(event).ok());
    event.id = f.find().constFirst().id;
    event.firstSeen = at(1);
    QVERIFY(f.find().constFirst() == event);
}

void HistoryTest::equalFailuresAreOneLine()
{
    Fixture f;
    HistoryEvent event = failure(10);
    event.message = u"first words"_s;
    QVERIFY(f.append(event).ok());
    event.time = at(20);
    event.noticedAt = at(15);
    event.message = u"other words"_s;
    QVERIFY(f.append(event).ok());
    event.time = at(30);
    event.noticedAt = at(25);
    event.count = 3;
    QVERIFY(f.append(event).ok());
    const auto found = f.find();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().count, 5);
    QCOMPARE(found.constFirst().firstSeen, at(10));
    QCOMPARE(found.constFirst().time, at(30));
    QCOMPARE(found.constFirst().noticedAt, at(15));
    QCOMPARE(found.constFirst().message, u"first words"_s);
    QVERIFY(!found.constFirst().resolved);
}

void HistoryTest::whatDiffersIsAnotherLine_data()
{
    QTest::addColumn<HistoryEvent>("second");
    const auto row = [](const char *name, auto change) {
        HistoryEvent event = failure(2);
        change(event);
        QTest::newRow(name) << event;
    };
    row("stage", [](HistoryEvent &e) { e.stage = HistoryStage::Refresh; });
    row("class", [](HistoryEvent &e) { e.errorClass = ErrorClass::Proxy; });
    row("no class", [](HistoryEvent &e) { e.errorClass.reset(); });
    row("cause", [](HistoryEvent &e) { e.cause = u"captive_portal"_s; });
    row("code", [](HistoryEvent &e) { e.code = u"dns"_s; });
    row("status", [](HistoryEvent &e) { e.httpStatus = 503; });
    row("provider code", [](HistoryEvent &e) { e.providerCode = u"7"_s; });
    row("kind", [](HistoryEvent &e) { e.kind = HistoryKind::Change; });
}

void HistoryTest::whatDiffersIsAnotherLine()
{
    QFETCH(HistoryEvent, second);
    Fixture f;
    QVERIFY(f.append(failure(1)).ok());
    QVERIFY(f.append(second).ok());
    QCOMPARE(f.find().size(), 2);
    // Only the latest counts: the first one again is a third line.
    QVERIFY(f.append(failure(3)).ok());
    QCOMPARE(f.find().size(), 3);
}

void HistoryTest::anotherConnectionDoesNotInterrupt()
{
    Fixture f;
    QVERIFY(f.append(failure(1, u"a"_s)).ok());
    QVERIFY(f.append(failure(2, u"b"_s)).ok());
    QVERIFY(f.append(failure(3, u"a"_s)).ok());
    QCOMPARE(secondsOf(f.find()), QList<int>({3, 2}));
}

void HistoryTest::aRecoveryResolvesAndStartsAnew()
{
    Fixture f;
    HistoryEvent other = failure(2);
    other.code = u"dns"_s;
    QVERIFY(f.append(failure(1)).ok());
    QVERIFY(f.append(other).ok());
    QVERIFY(f.append(failure(3, u"b"_s)).ok());
    HistoryQuery open;
    open.unresolvedOnly = true;
    QCOMPARE(secondsOf(f.find(open)), QList<int>({3, 2, 1}));

    QVERIFY(f.append(recovery(4)).ok());
    QCOMPARE(secondsOf(f.find(open)), QList<int>({3}));
    QCOMPARE(f.find().size(), 4);

    QVERIFY(f.append(failure(5)).ok());
    QCOMPARE(secondsOf(f.find(open)), QList<int>({5, 3}));
    QCOMPARE(f.find().constFirst().count, 1);
}

void HistoryTest::aFlappingProviderStaysSmall()
{
    Fixture f;
    QFuture<Result<Done>> last;
    for (int n = 0; n < 3000; ++n)
        last = f.history.append(failure(n));
    QVERIFY(await(last).ok());
    const auto found = f.find();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().count, 3000);
}

void HistoryTest::newestFirstAndPaged()
{
    Fixture f;
    // Pairs of the same time, not in the order of time.
    QFuture<Result<Done>> last;
    for (int n = 0; n < 100; ++n)
        last = f.history.append(failure((n * 37 % 100) / 2, QString::number(n)));
    QVERIFY(await(last).ok());
    const auto all = f.find();
    QCOMPARE(all.size(), 100);
    for (int i = 1; i < all.size(); ++i) {
        QVERIFY(std::pair(all.at(i - 1).time, all.at(i - 1).id)
                > std::pair(all.at(i).time, all.at(i).id));
    }
    QList<HistoryEvent> paged;
    HistoryQuery page;
    page.limit = 7;
    while (true) {
        const auto found = f.find(page);
        if (found.isEmpty())
            break;
        QVERIFY(found.size() <= 7);
        paged += found;
        page.beforeId = found.constLast().id;
        page.beforeTime = found.constLast().time;
    }
    QVERIFY(paged == all);
    page = {};
    page.limit = 0;
    QVERIFY(f.find(page).isEmpty());
    page.limit = -1;
    QVERIFY(f.find(page).isEmpty());
}

void HistoryTest::filters_data()
{
    QTest::addColumn<HistoryQuery>("query");
    QTest::addColumn<QList<int>>("expected");
    const auto row = [](const char *name, const QList<int> &expected, auto change) {
        HistoryQuery query;
        change(query);
        QTest::newRow(name) << query << expected;
    };
    row("none", {4, 3, 2, 1}, [](HistoryQuery &) {});
    row("connection", {4, 1}, [](HistoryQuery &q) { q.connection = ConnectionId {u"a"_s}; });
    row("no connection", {}, [](HistoryQuery &q) { q.connection = ConnectionId {}; });
    row("provider", {2}, [](HistoryQuery &q) { q.provider = u"other"_s; });
    row("class", {3}, [](HistoryQuery &q) { q.errorClass = ErrorClass::Revoked; });
    row("stage", {2}, [](HistoryQuery &q) { q.stage = HistoryStage::Refresh; });
    row("since", {4, 3}, [](HistoryQuery &q) { q.since = at(3); });
    row("until", {2, 1}, [](HistoryQuery &q) { q.until = at(2); });
    row("between", {3, 2}, [](HistoryQuery &q) {
        q.since = at(2);
        q.until = at(3);
    });
    row("unresolved", {3, 2}, [](HistoryQuery &q) { q.unresolvedOnly = true; });
    row("limit", {4, 3}, [](HistoryQuery &q) { q.limit = 2; });
    row("all together", {2}, [](HistoryQuery &q) {
        q.connection = ConnectionId {u"b"_s};
        q.provider = u"other"_s;
        q.errorClass = ErrorClass::Network;
        q.stage = HistoryStage::Refresh;
        q.since = at(0);
        q.until = at(9);
        q.search = u"OFF"_s;
        q.unresolvedOnly = true;
        q.limit = 5;
    });
}

void HistoryTest::filters()
{
    QFETCH(HistoryQuery, query);
    QFETCH(QList<int>, expected);
    Fixture f;
    HistoryEvent two = failure(2, u"b"_s);
    two.provider = u"other"_s;
    two.stage = HistoryStage::Refresh;
    HistoryEvent three = failure(3, u"c"_s);
    three.errorClass = ErrorClass::Revoked;
    for (const HistoryEvent &event : {failure(1), two, three, recovery(4)})
        QVERIFY(f.append(event).ok());
    QCOMPARE(secondsOf(f.find(query)), expected);
}

void HistoryTest::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("message") << u"exhausted"_s << QList<int> {1};
    QTest::newRow("case") << u"EXHAUSTED"_s << QList<int> {1};
    QTest::newRow("name") << u"müller"_s << QList<int> {2};
    QTest::newRow("umlaut in capitals") << u"MÜLLER STRASSE"_s << QList<int> {2};
    QTest::newRow("code") << u"invalid_grant"_s << QList<int> {3};
    QTest::newRow("percent") << u"%"_s << QList<int> {1};
    QTest::newRow("percent in words") << u"100% of"_s << QList<int> {1};
    QTest::newRow("underscore") << u"d_g"_s << QList<int> {3};
    QTest::newRow("underscore is no wildcard") << u"i_valid"_s << QList<int> {};
    QTest::newRow("quote") << u"O'Neil"_s << QList<int> {4};
    QTest::newRow("double quote") << u"\"shop\""_s << QList<int> {4};
    QTest::newRow("backslash") << u"c:\\temp"_s << QList<int> {4};
    QTest::newRow("injection") << u"' OR 1=1 --"_s << QList<int> {};
    QTest::newRow("emoji") << u"\U0001F600"_s << QList<int> {4};
    QTest::newRow("not across two fields") << u"quotaName of"_s << QList<int> {};
    QTest::newRow("very long") << QString(200'000, u'%') << QList<int> {};
    QTest::newRow("nothing there") << u"zebra"_s << QList<int> {};
}

void HistoryTest::search()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, expected);
    Fixture f;
    HistoryEvent one = failure(1, u"a"_s);
    one.message = u"Exhausted 100% of the quota"_s;
    HistoryEvent two = failure(2, u"b"_s);
    two.connectionName = u"Müller Straße"_s;
    HistoryEvent three = failure(3, u"c"_s);
    three.code = u"invalid_grant"_s;
    HistoryEvent four = failure(4, u"d"_s);
    four.message = u"O'Neil's \"shop\" C:\\temp \U0001F600"_s;
    for (const HistoryEvent &event : {one, two, three, four})
        QVERIFY(f.append(event).ok());
    HistoryQuery query;
    query.search = text;
    QCOMPARE(secondsOf(f.find(query)), expected);
}

void HistoryTest::keepsNoMoreThanTheLimit()
{
    Fixture f({50, 10});
    QFuture<Result<Done>> last;
    for (int n = 0; n < 200; ++n)
        last = f.history.append(failure(n, QString::number(n)));
    QVERIFY(await(last).ok());
    const auto left = secondsOf(f.find());
    QVERIFY2(left.size() >= 50 && left.size() <= 60, qPrintable(QString::number(left.size())));
    QCOMPARE(left.constFirst(), 199);
    QCOMPARE(left.constLast(), 200 - int(left.size()));
}

void HistoryTest::answersOnTheCallersThread()
{
    Fixture f;
    QThread *appended = nullptr;
    QThread *queried = nullptr;
    // Without a context: runs wherever the answer is given.
    auto one = f.history.append(failure(1)).then([&](const Result<Done> &) {
        appended = QThread::currentThread();
    });
    auto two = f.history.query({}).then(
        [&](const Result<QList<HistoryEvent>> &) { queried = QThread::currentThread(); });
    QTRY_VERIFY(one.isFinished() && two.isFinished());
    QCOMPARE(appended, QThread::currentThread());
    QCOMPARE(queried, QThread::currentThread());
}

void HistoryTest::storesInTheOrderOfTheCalls()
{
    Fixture f;
    for (int n = 0; n < 100; ++n)
        (void)f.history.append(failure(7, QString::number(n)));
    // A query sees all that was appended before it.
    const auto found = f.find();
    QCOMPARE(found.size(), 100);
    for (int i = 0; i < found.size(); ++i)
        QCOMPARE(found.at(i).connection.value, QString::number(99 - i));
}

void HistoryTest::anOrderlyEndLosesNothing()
{
    const Profile profile;
    const auto database = profile.ready();
    {
        SqliteHistory history(*database);
        for (int n = 0; n < 500; ++n)
            (void)history.append(failure(n, QString::number(n)));
    }
    QCOMPARE(single(database->sql(), u"SELECT count(*) FROM history"_s)->toInt(), 500);
}

void HistoryTest::anOrderlyEndOfAProcessLosesNothing()
{
    const Profile profile;
    Child child({u"appender"_s, profile.folder(), u"300"_s});
    QCOMPARE(child.finish(), 0);
    const auto database = profile.ready();
    QCOMPARE(single(database->sql(), u"SELECT count(*) FROM history"_s)->toInt(), 300);
}

void HistoryTest::nobodyIsAnsweredAfterwards()
{
    const Profile profile;
    const auto database = profile.ready();
    // One that was never asked anything has no thread to end.
    {
        const SqliteHistory idle(*database);
    }
    auto context = std::make_unique<QObject>();
    bool called = false;
    auto history = std::make_unique<SqliteHistory>(*database);
    auto chained = history->append(failure(1)).then(context.get(), [&](const Result<Done> &) {
        called = true;
    });
    // The one who asked may be gone first: Qt must not be made to call it.
    context.reset();
    history.reset();
    QCoreApplication::processEvents();
    QVERIFY(!called);
    QCOMPARE(single(database->sql(), u"SELECT count(*) FROM history"_s)->toInt(), 1);
}

void HistoryTest::aNewDatabaseIsAnErrorNotAnEnd()
{
    const Profile profile;
    auto database = profile.open();
    QVERIFY(database.ok());
    SqliteHistory history(*database.value());
    QVERIFY(await(history.append(failure(1))).error().is(code::storage));
    QVERIFY(await(history.query({})).error().is(code::storage));
    QVERIFY(database.value()->migrate().ok());
    QVERIFY(await(history.append(failure(1))).ok());
    QCOMPARE(await(history.query({}))->size(), 1);
}

RELINK_TEST(HistoryTest)
#include "historytest.moc"
