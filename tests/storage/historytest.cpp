// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/areaaction.h"
#include "storage/child.h"
#include "storage/historyfixture.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "support/testmain.h"

#include <QThread>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class HistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldRoundTrips();
    void everyWordRoundTrips();
    void theLeastEventRoundTrips();
    void equalFailuresAreOneLine();
    void whatWasPastedKeepsItsWords();
    void whatDiffersIsAnotherLine_data();
    void whatDiffersIsAnotherLine();
    void anotherConnectionDoesNotInterrupt();
    void aRecoveryResolvesAndStartsAnew();
    void anAreaRecoversByItself();
    void areasAreToldApart();
    void aFlappingProviderStaysSmall();
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

void HistoryTest::whatWasPastedKeepsItsWords()
{
    Fixture f;
    HistoryEvent event = sampleEvent();
    event.kind = HistoryKind::Failure;
    event.resolved = false;
    event.action = pastedAction;
    for (const QString &words : {u"one order"_s, u"another order"_s}) {
        event.message = words;
        QVERIFY(f.append(event).ok());
    }
    const auto found = f.find();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.constFirst().message, u"another order"_s);
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

//! AMG-01, AMG-04: the connection works, and what was being done does not.
void HistoryTest::anAreaRecoversByItself()
{
    Fixture f;
    const auto of = [](HistoryEvent event, const QString &action) {
        event.action = action;
        return event;
    };
    QVERIFY(f.append(of(failure(1), areaAction(u"Orders"_s))).ok());
    QVERIFY(f.append(of(failure(2), pastedActionOf(u"Orders"_s))).ok());
    QVERIFY(f.append(of(failure(3), pastedActionOf(u"Profit report"_s))).ok());
    QVERIFY(f.append(failure(4)).ok());
    HistoryQuery open;
    open.unresolvedOnly = true;
    QVERIFY(f.append(recovery(5)).ok());
    QCOMPARE(secondsOf(f.find(open)), QList<int>({3, 2, 1}));
    QVERIFY(f.append(of(recovery(6), areaAction(u"Orders"_s))).ok());
    QCOMPARE(secondsOf(f.find(open)), QList<int>({3}));
}

void HistoryTest::areasAreToldApart()
{
    Fixture f;
    for (const QString &area : {u"Orders"_s, u"Stock"_s}) {
        HistoryEvent event = failure(1);
        event.action = areaAction(area);
        QVERIFY(f.append(event).ok());
    }
    QCOMPARE(f.find().size(), 2);
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
