// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "storage/sqliterefreshjournal.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 4096;

QByteArray noise(qsizetype size)
{
    QRandomGenerator generator(7);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &c : bytes)
        c = char(generator.bounded(256));
    return bytes;
}

//! A profile with `count` connections in a file without a log.
void fill(const Profile &profile, int count)
{
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    QVERIFY(run(database->sql(), u"BEGIN"_s).ok());
    QVERIFY(run(database->sql(), u"COMMIT"_s).ok());
    for (int n = 1; n <= count; ++n)
        QVERIFY(store.save(sampleConnection(n)).ok());
    QVERIFY(SqliteRefreshJournal(*database)
                .begin(sampleConnection(1).id, {5, StoppedClock().now(), false})
                .ok());
}

} // namespace

class DamageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDamagedFileIsMovedAside_data();
    void aDamagedFileIsMovedAside();
    void anotherProgramsFileIsMovedAside();
    void itsLogGoesWithIt();
    void aLogWithoutItsFileIsNotReplayed();
    void whatStandsInTheLogIsRescued();
    void anEarlierCopyIsKept();
    void connectionsAroundTheDamageAreRescued();
    void aLostLogIsNoDamage();
    void publishedDamagedFiles();
};

void DamageTest::aDamagedFileIsMovedAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const Profile profile;
    fill(profile, 20);
    const QByteArray whole = profile.bytes();
    QVERIFY(whole.size() > 8 * pageSize);
    QTest::newRow("zero length") << QByteArray();
    QTest::newRow("random") << noise(50'000);
    QTest::newRow("text") << QByteArray("hello, I am no database\n");
    QTest::newRow("zeros") << QByteArray(3 * pageSize, '\0');
    QTest::newRow("half a header") << whole.first(50);
    QTest::newRow("first page only") << whole.first(pageSize);
    QTest::newRow("half the file") << whole.first(whole.size() / 2);
    QByteArray bytes = whole;
    QTest::newRow("header overwritten") << bytes.replace(0, 16, noise(16));
    bytes = whole;
    QTest::newRow("schema overwritten")
        << bytes.replace(100, pageSize - 100, noise(pageSize - 100));
    bytes = whole;
    QTest::newRow("all but the first page")
        << bytes.replace(pageSize, bytes.size() - pageSize, noise(bytes.size() - pageSize));
    bytes = whole;
    // Bytes 24 and on: change counter, size; 60: user_version.
    QTest::newRow("negative version") << bytes.replace(60, 4, QByteArray::fromHex("ffffffff"));
    bytes = whole.first(whole.size() / 2);
    QTest::newRow("newer version, torn") << bytes.replace(60, 4, QByteArray::fromHex("00001000"));
}

void DamageTest::aDamagedFileIsMovedAside()
{
    QFETCH(QByteArray, bytes);
    const Profile profile;
    QVERIFY(QDir().mkpath(profile.folder()));
    QVERIFY(Profile::write(profile.file(), bytes));

    auto database = profile.open();
    QVERIFY2(database.ok(), database.ok() ? "" : qPrintable(database.error().description));
    QCOMPARE(database.value()->damagedCopy(), profile.file() + u".damaged-20260304T050607Z"_s);
    QVERIFY(Profile::bytesOf(database.value()->damagedCopy()) == bytes);
    QVERIFY(database.value()->needsMigration());
    QVERIFY(database.value()->migrate().ok());
    QVERIFY(Profile::bytesOf(database.value()->damagedCopy()) == bytes);
    SqliteConnectionStore store(*database.value());
    QCOMPARE(store.connections()->size(), database.value()->rescuedConnections());
    Connection added = sampleConnection(1000);
    QVERIFY(store.save(added).ok());
    const int count = int(store.connections()->size());

    // Told once: the next start is an ordinary one.
    database = localError(code::storage);
    const auto next = profile.ready();
    QVERIFY(next);
    QVERIFY(next->damagedCopy().isEmpty());
    QCOMPARE(SqliteConnectionStore(*next).connections()->size(), count);
}

void DamageTest::anotherProgramsFileIsMovedAside()
{
    const Profile profile;
    QVERIFY(profile.ready());
    QFile::remove(profile.file());
    {
        auto other = SqlConnection::open({profile.file()});
        QVERIFY(other.ok());
        QVERIFY(run(other.value()->database(), u"CREATE TABLE notes (text TEXT)"_s).ok());
        QVERIFY(run(other.value()->database(), u"INSERT INTO notes VALUES ('mine')"_s).ok());
    }
    auto database = profile.open();
    QVERIFY(database.ok());
    auto other = SqlConnection::open({database.value()->damagedCopy()});
    QVERIFY(other.ok());
    QCOMPARE(single(other.value()->database(), u"SELECT text FROM notes"_s)->toString(), u"mine"_s);
}

void DamageTest::itsLogGoesWithIt()
{
    const Profile profile;
    QVERIFY(QDir().mkpath(profile.folder()));
    QVERIFY(Profile::write(profile.file(), noise(9000)));
    QVERIFY(Profile::write(profile.file() + u"-wal"_s, "log"));
    const auto database = profile.ready();
    QVERIFY(database);
    QCOMPARE(Profile::bytesOf(database->damagedCopy() + u"-wal"_s), "log");
    QVERIFY(Profile::bytesOf(profile.file() + u"-wal"_s) != "log");
}

void DamageTest::aLogWithoutItsFileIsNotReplayed()
{
    const Profile profile;
    QByteArray log;
    {
        const auto database = profile.ready();
        QVERIFY(SqliteConnectionStore(*database).save(sampleConnection()).ok());
        log = Profile::bytesOf(profile.file() + u"-wal"_s);
        QVERIFY(log.size() > pageSize);
    }
    QVERIFY(QFile::remove(profile.file()));
    QVERIFY(Profile::write(profile.file() + u"-wal"_s, log));
    const auto database = profile.ready();
    QVERIFY(database);
    QVERIFY(SqliteConnectionStore(*database).connections()->isEmpty());
    QVERIFY(SqliteConnectionStore(*database).save(sampleConnection()).ok());
    QCOMPARE(single(database->sql(), u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
    QVERIFY(Profile::bytesOf(profile.file() + u".damaged-20260304T050607Z-wal"_s) == log);
}

void DamageTest::whatStandsInTheLogIsRescued()
{
    const Profile profile;
    fill(profile, 30);
    const Profile copy;
    QVERIFY(QDir().mkpath(copy.folder()));
    {
        // The latest row stands only in the log; then a page of the file is hit.
        const auto database = profile.ready();
        QVERIFY(SqliteConnectionStore(*database).save(sampleConnection(31)).ok());
        for (const QString &suffix : {u""_s, u"-wal"_s})
            QVERIFY(QFile::copy(profile.file() + suffix, copy.file() + suffix));
    }
    QByteArray bytes = copy.bytes();
    const qsizetype hit = bytes.indexOf(sampleConnection(12).name.toUtf8()) / pageSize * pageSize;
    QVERIFY(hit > pageSize);
    bytes.replace(hit, pageSize, noise(pageSize));
    QVERIFY(Profile::write(copy.file(), bytes));
    const QByteArray log = Profile::bytesOf(copy.file() + u"-wal"_s);
    QVERIFY(!log.isEmpty());

    const auto database = copy.ready();
    QVERIFY(database);
    QVERIFY(!database->damagedCopy().isEmpty());
    const auto listed = SqliteConnectionStore(*database).connections();
    QVERIFY(listed->size() > 20);
    QVERIFY(listed->contains(sampleConnection(31)));
    QVERIFY(Profile::bytesOf(database->damagedCopy()) == bytes);
    QVERIFY(Profile::bytesOf(database->damagedCopy() + u"-wal"_s) == log);
    QVERIFY(!QFileInfo::exists(database->damagedCopy() + u"-shm"_s));
}

void DamageTest::anEarlierCopyIsKept()
{
    const Profile profile;
    QVERIFY(QDir().mkpath(profile.folder()));
    QVERIFY(Profile::write(profile.file(), "first damage"));
    QVERIFY(profile.ready());
    QFile::remove(profile.file());
    QVERIFY(Profile::write(profile.file(), "second damage"));
    const auto database = profile.ready();
    QVERIFY(database);
    QCOMPARE(Profile::bytesOf(profile.file() + u".damaged-20260304T050607Z"_s), "first damage");
    QCOMPARE(Profile::bytesOf(database->damagedCopy()), "second damage");
}

void DamageTest::connectionsAroundTheDamageAreRescued()
{
    constexpr int count = 200;
    const Profile profile;
    fill(profile, count);
    // One page of the table itself is hit, found by what it holds.
    QByteArray bytes = profile.bytes();
    const qsizetype hit
        = bytes.indexOf(sampleConnection(count / 2).name.toUtf8()) / pageSize * pageSize;
    QVERIFY(hit > pageSize);
    bytes.replace(hit, pageSize, noise(pageSize));
    QVERIFY(Profile::write(profile.file(), bytes));

    const auto database = profile.ready();
    QVERIFY(database);
    QVERIFY(!database->damagedCopy().isEmpty());
    QVERIFY2(database->rescuedConnections() >= count - 30,
             qPrintable(QString::number(database->rescuedConnections())));
    const auto listed = SqliteConnectionStore(*database).connections();
    QCOMPARE(listed->size(), database->rescuedConnections());
    for (const Connection &connection : listed.value()) {
        const int n = connection.id.value.section(u'-', -1).toInt();
        QVERIFY(connection == sampleConnection(n));
    }
    QVERIFY(SqliteRefreshJournal(*database).pending(sampleConnection(1).id)->has_value());
}

void DamageTest::aLostLogIsNoDamage()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    QVERIFY(store.save(sampleConnection(1)).ok());
    QVERIFY(run(database->sql(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s).ok());
    QVERIFY(store.save(sampleConnection(2)).ok());
    // As a copy of the one file without its log: what was checkpointed is there.
    const Profile copy;
    QVERIFY(QDir().mkpath(copy.folder()));
    QVERIFY(QFile::copy(profile.file(), copy.file()));
    const auto copied = copy.ready();
    QVERIFY(copied);
    QVERIFY(copied->damagedCopy().isEmpty());
    QVERIFY(SqliteConnectionStore(*copied).connections().value() == QList {sampleConnection(1)});
}

void DamageTest::publishedDamagedFiles()
{
    const QDir data(QLatin1StringView(RELINK_SHARED_DIR "/data/sqlite-fuzzdata/images"));
    const QStringList names = data.entryList(QDir::Files, QDir::Name);
    if (names.isEmpty())
        QSKIP("the collection of damaged databases is not there; aDamagedFileIsMovedAside has rows "
              "of our own");
    int aside = 0;
    for (const QString &name : names) {
        const Profile profile;
        QVERIFY(QDir().mkpath(profile.folder()));
        const QByteArray bytes = Profile::bytesOf(data.filePath(name));
        QVERIFY(Profile::write(profile.file(), bytes));
        auto database = profile.open();
        if (!database) {
            // Whole, but of a version that is not ours to touch.
            QVERIFY2(database.error().description.contains(u"newer Relink"_s),
                     qPrintable(name + u": "_s + database.error().description
                                + database.error().providerCode));
            QVERIFY2(profile.bytes() == bytes, qPrintable(name));
            continue;
        }
        QVERIFY2(!database.value()->damagedCopy().isEmpty(), qPrintable(name));
        QVERIFY2(Profile::bytesOf(database.value()->damagedCopy()) == bytes, qPrintable(name));
        // Making the new one takes the time, so not every file is gone through to its end.
        if (++aside % 8 != 0)
            continue;
        QVERIFY2(database.value()->migrate().ok(), qPrintable(name));
        SqliteConnectionStore store(*database.value());
        QVERIFY2(store.save(sampleConnection()).ok(), qPrintable(name));
        QVERIFY2(store.connections()->size() == 1, qPrintable(name));
    }
    QVERIFY2(aside > names.size() / 2, qPrintable(QString::number(aside)));
}

RELINK_TEST(DamageTest)
#include "damagetest.moc"
