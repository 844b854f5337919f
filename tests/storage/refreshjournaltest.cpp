// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/child.h"
#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliterefreshjournal.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class RefreshJournalTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMarkerRoundTrips();
    void aMarkerSurvivesAKillRightAfterBegin();
    void oneHolderInAProcess();
    void oneHolderAmongProcesses();
    void aKilledHolderGivesTheLockUp();
    void aLongHolderKeepsTheLock();
    void anEmptyLockFileIsTakenOver();
    void locksOfTwoConnectionsAreApart();
};

void RefreshJournalTest::aMarkerRoundTrips()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteRefreshJournal journal(*database);
    const ConnectionId id {u"a-1"_s};
    QVERIFY(!journal.pending(id)->has_value());

    RefreshMarker marker {0xffff'ffff'ffff'fff0, StoppedClock().now().addMSecs(7), true};
    QCOMPARE(unfilled(marker), 0);
    QVERIFY(journal.begin(id, marker).ok());
    QVERIFY(journal.pending(id).value() == marker);
    marker = {3, StoppedClock().now(), false};
    QVERIFY(journal.begin(id, marker).ok());
    QVERIFY(journal.pending(id).value() == marker);
    QVERIFY(!journal.pending({u"a-2"_s})->has_value());

    QVERIFY(journal.finish(id).ok());
    QVERIFY(!journal.pending(id)->has_value());
    QVERIFY(journal.finish(id).ok());
}

void RefreshJournalTest::aMarkerSurvivesAKillRightAfterBegin()
{
    for (int round = 0; round < 5; ++round) {
        const Profile profile;
        const QString id = u"a-%1"_s.arg(round);
        Child child({u"marker"_s, profile.folder(), id});
        QCOMPARE(child.line(), "begun");
        child.kill();
        const auto database = profile.ready();
        QVERIFY(database);
        QVERIFY(database->damagedCopy().isEmpty());
        const auto pending = SqliteRefreshJournal(*database).pending({id});
        QVERIFY(pending.value() == (RefreshMarker {41, StoppedClock().now(), true}));
    }
}

void RefreshJournalTest::oneHolderInAProcess()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteRefreshJournal journal(*database);
    auto first = journal.tryLock({u"a"_s});
    QVERIFY(first);
    QVERIFY(!journal.tryLock({u"a"_s}));
    auto copy = first;
    first.reset();
    QVERIFY(!journal.tryLock({u"a"_s}));
    copy.reset();
    QVERIFY(journal.tryLock({u"a"_s}));
}

void RefreshJournalTest::oneHolderAmongProcesses()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteRefreshJournal journal(*database);
    {
        Child other({u"locker"_s, profile.folder(), u"a"_s});
        QCOMPARE(other.line(), "locked");
        QVERIFY(!journal.tryLock({u"a"_s}));
        QVERIFY(!journal.tryLock({u"a"_s}));
        QCOMPARE(other.finish(), 0);
    }
    const auto lock = journal.tryLock({u"a"_s});
    QVERIFY(lock);
    Child other({u"locker"_s, profile.folder(), u"a"_s});
    QCOMPARE(other.line(), "refused");
}

void RefreshJournalTest::aKilledHolderGivesTheLockUp()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteRefreshJournal journal(*database);
    Child other({u"locker"_s, profile.folder(), u"a"_s});
    QCOMPARE(other.line(), "locked");
    QVERIFY(!journal.tryLock({u"a"_s}));
    other.kill();
    QVERIFY(journal.tryLock({u"a"_s}));
}

namespace {

//! As if the file had been made an hour ago.
bool makeOld(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite)
        && file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3600),
                            QFileDevice::FileModificationTime);
}

} // namespace

void RefreshJournalTest::aLongHolderKeepsTheLock()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteRefreshJournal journal(*database);
    Child other({u"locker"_s, profile.folder(), u"a"_s});
    QCOMPARE(other.line(), "locked");
    QVERIFY(makeOld(profile.folder() + u"/locks/a.lock"_s));
    QVERIFY(!journal.tryLock({u"a"_s}));
    // Also within one process.
    const auto own = journal.tryLock({u"b"_s});
    QVERIFY(own);
    QVERIFY(makeOld(profile.folder() + u"/locks/b.lock"_s));
    QVERIFY(!journal.tryLock({u"b"_s}));
}

void RefreshJournalTest::anEmptyLockFileIsTakenOver()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteRefreshJournal journal(*database);
    QVERIFY(journal.tryLock({u"a"_s})); // makes the folder
    const QString path = profile.folder() + u"/locks/a.lock"_s;
    QVERIFY(Profile::write(path, {}));
    QVERIFY(makeOld(path));
    QVERIFY(journal.tryLock({u"a"_s}));
}

void RefreshJournalTest::locksOfTwoConnectionsAreApart()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteRefreshJournal journal(*database);
    const auto a = journal.tryLock({u"a"_s});
    const auto b = journal.tryLock({u"b"_s});
    QVERIFY(a && b);
}

RELINK_TEST(RefreshJournalTest)
#include "refreshjournaltest.moc"
