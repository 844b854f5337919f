// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/child.h"
#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "storage/sqlitehistory.h"
#include "storage/sqlitereconnectprogressstore.h"
#include "storage/sqliterefreshjournal.h"
#include "storage/valuejson.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class ConnectionStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldRoundTrips();
    void anEmptyConnectionRoundTrips();
    void everyHealthRoundTrips();
    void anUnknownWordHidesNoConnection();
    void aRenewalMayBeMissingOrOdd();
    void activityIsNotStored();
    void listsInTheOrderOfMaking();
    void aSecondOfTheSameNameIsRefused_data();
    void aSecondOfTheSameNameIsRefused();
    void aConnectionMayKeepOrChangeItsName();
    void anIdThatIsNoFileNameIsRefused_data();
    void anIdThatIsNoFileNameIsRefused();
    void removeLeavesNothing();
    void whatArrivesAfterRemoveIsNotStored();
    void removeIsRepeatable();
    void seesChangesOfAnotherProcessOnly();
    void whatIsReadAheadIsTaken();
    void whatChangedSinceReadingAheadIsSeen_data();
    void whatChangedSinceReadingAheadIsSeen();
};

void ConnectionStoreTest::everyFieldRoundTrips()
{
    Connection connection = sampleConnection();
    QCOMPARE(unfilled(connection), 0);
    QCOMPARE(unfilled(connection.state), 0);
    QCOMPARE(unfilled(connection.discovered), 0);
    QCOMPARE(unfilled(*connection.state.error), 0);
    QCOMPARE(unfilled(*connection.state.diagnosis), 0);
    const Profile profile;
    {
        const auto database = profile.ready();
        QVERIFY(SqliteConnectionStore(*database).save(connection).ok());
    }
    const auto database = profile.ready();
    const auto read = SqliteConnectionStore(*database).connections();
    QCOMPARE(read->size(), 1);
    QVERIFY(read->constFirst() == connection);
    QCOMPARE(read->constFirst().createdAt.timeSpec(), Qt::UTC);
}

void ConnectionStoreTest::anEmptyConnectionRoundTrips()
{
    Connection connection;
    connection.id.value = u"a"_s;
    connection.name = u"n"_s;
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    QVERIFY(store.save(sampleConnection(1)).ok());
    // Replacing a full one must empty every field.
    Connection emptied = connection;
    emptied.id = sampleConnection(1).id;
    QVERIFY(store.save(emptied).ok());
    QVERIFY(store.connections().value() == QList {emptied});
}

void ConnectionStoreTest::everyHealthRoundTrips()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    for (const Health health : allHealths()) {
        for (const ErrorClass errorClass : allErrorClasses()) {
            Connection connection = sampleConnection();
            connection.state.health = health;
            connection.state.diagnosis->errorClass = errorClass;
            QVERIFY(diagnosisFromJson(toJson(*connection.state.diagnosis))
                    == *connection.state.diagnosis);
        }
        Connection connection = sampleConnection();
        connection.state.health = health;
        QVERIFY(store.save(connection).ok());
        QVERIFY(store.connections()->constFirst().state.health == health);
    }
    for (int i = 0; i <= int(RecommendedAction::ContactSupport); ++i) {
        Diagnosis diagnosis;
        diagnosis.action = RecommendedAction(i);
        QVERIFY(diagnosisFromJson(toJson(diagnosis)).action == RecommendedAction(i));
    }
}

void ConnectionStoreTest::anUnknownWordHidesNoConnection()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    QVERIFY(store.save(sampleConnection()).ok());
    QVERIFY(
        run(database->sql(),
            u"UPDATE connection SET health = 'splendid', details = '{', error = '[]', diagnosis = '{\"class\":\"odd\"}'"_s)
            .ok());
    const auto read = store.connections();
    QCOMPARE(read->size(), 1);
    QVERIFY(read->constFirst().state.health == Health::Unverified);
    QVERIFY(read->constFirst().state.diagnosis->errorClass == ErrorClass::Unknown);
    QCOMPARE(read->constFirst().name, sampleConnection().name);
}

//! Rows of a former version know nothing of it; of an odd one the time is kept.
void ConnectionStoreTest::aRenewalMayBeMissingOrOdd()
{
    const auto read = [](const char *details) {
        Connection c;
        readDetails(objectFromColumn(QString::fromUtf8(details)), c);
        return c.renewed;
    };
    QVERIFY(!read("{}"));
    QVERIFY(!read(R"({"renewed":7})"));
    const auto odd = read(R"({"renewed":{"at":1770000000000,"against":"a new word"}})");
    QVERIFY(odd.has_value());
    QCOMPARE(odd->at.toMSecsSinceEpoch(), 1770000000000);
    QVERIFY(!odd->against);
    QVERIFY(!read(R"({"renewed":{}})")->at.isValid());
}

void ConnectionStoreTest::activityIsNotStored()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    Connection connection = sampleConnection();
    connection.state.activity = Activity::Refreshing;
    connection.state.attempt.value = 17;
    QVERIFY(store.save(connection).ok());
    QVERIFY(store.connections()->constFirst() == sampleConnection());
}

void ConnectionStoreTest::listsInTheOrderOfMaking()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    for (const int n : {5, 3, 9, 1})
        QVERIFY(store.save(sampleConnection(n)).ok());
    QVERIFY(store.save(sampleConnection(3)).ok());
    QStringList names;
    const auto listed = store.connections();
    for (const Connection &connection : listed.value())
        names.append(connection.name.last(1));
    QCOMPARE(names, QStringList({u"5"_s, u"3"_s, u"9"_s, u"1"_s}));
}

void ConnectionStoreTest::aSecondOfTheSameNameIsRefused_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("same");
    QTest::newRow("equal") << u"Shop"_s << u"Shop"_s << true;
    QTest::newRow("case") << u"Shop"_s << u"sHOP"_s << true;
    QTest::newRow("umlaut") << u"Bäckerei"_s << u"BÄCKEREI"_s << true;
    QTest::newRow("sharp s") << u"Straße"_s << u"STRASSE"_s << true;
    QTest::newRow("capital sharp s") << u"Straße"_s << u"STRAẞE"_s << true;
    QTest::newRow("greek") << u"Όμιλος"_s << u"όμιλοσ"_s << true;
    QTest::newRow("composed") << u"Caf\u00e9"_s << u"CAFE\u0301"_s << true;
    QTest::newRow("umlaut is another letter") << u"Bäcker"_s << u"Backer"_s << false;
    QTest::newRow("number") << u"Shop 1"_s << u"Shop 2"_s << false;
    QTest::newRow("wildcard") << u"Sh_p"_s << u"Shop"_s << false;
    QTest::newRow("quote") << u"O'Neil"_s << u"O''Neil"_s << false;
}

void ConnectionStoreTest::aSecondOfTheSameNameIsRefused()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, same);
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    Connection a = sampleConnection(1);
    a.name = first;
    Connection b = sampleConnection(2);
    b.name = second;
    QVERIFY(store.save(a).ok());
    const auto saved = store.save(b);
    QCOMPARE(saved.ok(), !same);
    if (same)
        QVERIFY(saved.error().is(code::invalidInput));
    QCOMPARE(store.connections()->size(), same ? 1 : 2);
}

void ConnectionStoreTest::aConnectionMayKeepOrChangeItsName()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    Connection a = sampleConnection(1);
    QVERIFY(store.save(a).ok());
    QVERIFY(store.save(a).ok());
    a.name = a.name.toUpper();
    QVERIFY(store.save(a).ok());
    QVERIFY(store.save(sampleConnection(2)).ok());
    a.name = sampleConnection(2).name;
    QVERIFY(store.save(a).error().is(code::invalidInput));
    QCOMPARE(store.connections()->constFirst().name, sampleConnection(1).name.toUpper());
}

void ConnectionStoreTest::anIdThatIsNoFileNameIsRefused_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("upwards") << u"../../x"_s;
    QTest::newRow("capital") << u"A1"_s;
    QTest::newRow("dot") << u"a.b"_s;
    QTest::newRow("NUL") << QString(QChar(u'\0'));
    QTest::newRow("umlaut") << u"ä"_s;
    QTest::newRow("braces") << u"{0f3c}"_s;
    QTest::newRow("long") << QString(65, u'a');
}

void ConnectionStoreTest::anIdThatIsNoFileNameIsRefused()
{
    QFETCH(QString, id);
    const Profile profile;
    const auto database = profile.ready();
    Connection connection = sampleConnection();
    connection.id.value = id;
    SqliteConnectionStore store(*database);
    const auto saved = store.save(connection);
    QVERIFY(!saved.ok());
    QVERIFY(saved.error().is(code::invalidInput));
    QVERIFY(store.connections()->isEmpty());
    QVERIFY(!SqliteRefreshJournal(*database).tryLock({id}));
    QVERIFY(!QFileInfo::exists(profile.folder() + u"/locks"_s));
}

namespace {

//! Every value of every table, as text.
QStringList everything(const QSqlDatabase &database)
{
    QStringList all;
    auto tables = execute(database, u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s);
    while (tables && tables->next()) {
        auto rows = execute(database, u"SELECT * FROM %1"_s.arg(tables->value(0).toString()));
        while (rows && rows->next()) {
            for (int i = 0; rows->value(i).isValid(); ++i)
                all.append(rows->value(i).toString());
        }
    }
    return all;
}

} // namespace

void ConnectionStoreTest::removeLeavesNothing()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    SqliteRefreshJournal journal(*database);
    SqliteReconnectProgressStore progress(*database);
    auto history = std::make_unique<SqliteHistory>(*database);
    const auto marked = [](int n) {
        Connection connection = sampleConnection(n);
        connection.name = u"canary-%1"_s.arg(n);
        connection.secretAccount = u"canary-%1"_s.arg(n);
        return connection;
    };
    for (const int n : {1, 2}) {
        const Connection connection = marked(n);
        QVERIFY(store.save(connection).ok());
        QVERIFY(journal.begin(connection.id, {7, StoppedClock().now(), false}).ok());
        QVERIFY(progress.save(sampleProgress(connection.id)).ok());
        for (int i = 0; i < 5; ++i) {
            HistoryEvent event = sampleEvent(i);
            event.connection = connection.id;
            event.connectionName = connection.name;
            QVERIFY(await(history->append(event)).ok());
        }
    }
    history.reset();
    QVERIFY(!everything(database->sql()).filter(marked(1).id.value).isEmpty());
    const auto othersBefore = everything(database->sql()).filter(marked(2).id.value).size();

    QVERIFY(store.remove(marked(1).id).ok());

    const QStringList left = everything(database->sql());
    QVERIFY(left.filter(marked(1).id.value).isEmpty());
    QVERIFY(left.filter(u"canary-1"_s).isEmpty());
    QCOMPARE(left.filter(marked(2).id.value).size(), othersBefore);
    QVERIFY(store.connections().value() == QList {marked(2)});
    QVERIFY(journal.pending(marked(2).id)->has_value());
    QVERIFY(progress.load(marked(2).id)->has_value());
    QVERIFY(!journal.pending(marked(1).id)->has_value());
    QVERIFY(!progress.load(marked(1).id)->has_value());
    // Not on the disk either: free pages and log included.
    for (const QString &suffix : {u""_s, u"-wal"_s})
        QVERIFY(!Profile::bytesOf(profile.file() + suffix).contains("canary-1"));
}

void ConnectionStoreTest::whatArrivesAfterRemoveIsNotStored()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    const Connection connection = sampleConnection();
    QVERIFY(store.save(connection).ok());
    {
        SqliteHistory history(*database);
        SqliteReconnectProgressStore progress(*database);
        // Some of these are stored before, some wait in the queue while the rows go.
        for (int n = 0; n < 200; ++n)
            (void)history.append(sampleEvent(n));
        QVERIFY(store.remove(connection.id).ok());
        for (int n = 0; n < 20; ++n)
            (void)history.append(sampleEvent(n));
        QVERIFY(progress.save(sampleProgress(connection.id)).ok());
    }
    QVERIFY(everything(database->sql()).filter(connection.id.value).isEmpty());
    // The same id connected anew is not haunted.
    QVERIFY(store.save(connection).ok());
    {
        SqliteHistory history(*database);
        (void)history.append(sampleEvent());
    }
    QCOMPARE(single(database->sql(), u"SELECT count(*) FROM history"_s)->toInt(), 1);
}

void ConnectionStoreTest::removeIsRepeatable()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    QVERIFY(store.save(sampleConnection(1)).ok());
    QVERIFY(store.remove(sampleConnection(1).id).ok());
    QVERIFY(store.remove(sampleConnection(1).id).ok());
    QVERIFY(store.remove({u"never-there"_s}).ok());
    QVERIFY(store.connections()->isEmpty());
}

void ConnectionStoreTest::seesChangesOfAnotherProcessOnly()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    const qint64 start = store.foreignChanges();
    QVERIFY(store.save(sampleConnection(1)).ok());
    QVERIFY(store.save(sampleConnection(1)).ok());
    QVERIFY(store.remove(sampleConnection(1).id).ok());
    {
        SqliteHistory history(*database);
        (void)history.append(sampleEvent());
    }
    QCOMPARE(store.foreignChanges(), start);

    Child other({u"saver"_s, profile.folder(), u"from-elsewhere"_s});
    QCOMPARE(other.finish(), 0);
    const qint64 after = store.foreignChanges();
    QVERIFY(after > start);
    QCOMPARE(store.foreignChanges(), after);
    QCOMPARE(store.connections()->constFirst().id.value, u"from-elsewhere"_s);
    QVERIFY(store.save(sampleConnection(1)).ok());
    QCOMPARE(store.foreignChanges(), after);
}

void ConnectionStoreTest::whatIsReadAheadIsTaken()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    for (const int n : {5, 3})
        QVERIFY(store.save(sampleConnection(n)).ok());
    const auto read = store.connections();
    store.readAhead();
    QVERIFY(store.connections().value() == read.value());
    QVERIFY(store.connections().value() == read.value());
}

void ConnectionStoreTest::whatChangedSinceReadingAheadIsSeen_data()
{
    QTest::addColumn<bool>("elsewhere");
    QTest::newRow("by this process") << false;
    QTest::newRow("by another process") << true;
}

void ConnectionStoreTest::whatChangedSinceReadingAheadIsSeen()
{
    QFETCH(bool, elsewhere);
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    store.readAhead();
    if (elsewhere) {
        Child other({u"saver"_s, profile.folder(), u"from-elsewhere"_s});
        QCOMPARE(other.finish(), 0);
    } else {
        QVERIFY(store.save(sampleConnection(1)).ok());
    }
    QCOMPARE(store.connections()->size(), 1);
}

RELINK_TEST(ConnectionStoreTest)
#include "connectionstoretest.moc"
