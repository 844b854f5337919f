// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QList<QStringList> shape(const QSqlDatabase &database)
{
    QList<QStringList> all;
    auto rows
        = execute(database, u"SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"_s);
    while (rows && rows->next()) {
        QStringList row;
        for (int i = 0; i < 4; ++i)
            row.append(rows->value(i).toString());
        all.append(row);
    }
    return all;
}

const QList<Migration> threeSteps {
    {u"one"_s, u"CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('kept; -- ''really''')"_s},
    {u"two"_s, u"-- a; b\nALTER TABLE a ADD COLUMN y INTEGER; /* ; */ UPDATE a SET y = 7;"_s},
    {u"three"_s, u"CREATE TABLE b AS SELECT x, y FROM a;"_s},
};

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theShippedOnesAreInTheProgram();
    void fromEveryVersionToTheNewest();
    void rowsSurviveEachStep();
    void aStepThatFailsHasNotHappened();
    void aStepThatLeavesOrphansIsRefused();
    void openingNeverMigrates();
    void openingThePresentVersionWritesNothing();
    void twoProcessesMayMigrateTogether();
    void noColumnHoldsASecret();
};

void MigrationsTest::theShippedOnesAreInTheProgram()
{
    const QDir folder(QLatin1StringView(RELINK_SOURCE_DIR "/resources/migrations"));
    const QStringList files = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    QCOMPARE(shippedMigrations().size(), files.size());
    for (int i = 0; i < files.size(); ++i) {
        QCOMPARE(shippedMigrations().at(i).name, files.at(i));
        QVERIFY(files.at(i).startsWith(u"%1_"_s.arg(i + 1, 4, 10, QChar(u'0'))));
        QCOMPARE(shippedMigrations().at(i).sql.toUtf8(),
                 Profile::bytesOf(folder.filePath(files.at(i))));
    }
}

void MigrationsTest::fromEveryVersionToTheNewest()
{
    const Profile fresh;
    const auto newest = fresh.ready();
    QVERIFY(newest);
    for (int version = 0; version < shippedMigrations().size(); ++version) {
        const Profile profile;
        QVERIFY(profile.ready({shippedMigrations().mid(0, version)}));
        auto database = profile.open();
        QVERIFY(database.ok());
        QVERIFY(database.value()->needsMigration());
        QVERIFY(database.value()->migrate().ok());
        QVERIFY(!database.value()->needsMigration());
        QCOMPARE(shape(database.value()->sql()), shape(newest->sql()));
        SqliteConnectionStore store(*database.value());
        QVERIFY(store.save(sampleConnection()).ok());
        QVERIFY(store.connections().value() == QList {sampleConnection()});
    }
}

void MigrationsTest::rowsSurviveEachStep()
{
    const Profile profile;
    for (int version = 1; version <= threeSteps.size(); ++version) {
        const auto database = profile.ready({threeSteps.mid(0, version)});
        QVERIFY(database);
        QCOMPARE(single(database->sql(), u"PRAGMA user_version"_s)->toInt(), version);
        QCOMPARE(single(database->sql(), u"SELECT x FROM a"_s)->toString(), u"kept; -- 'really'"_s);
    }
    const auto database = profile.ready({threeSteps});
    QCOMPARE(single(database->sql(), u"SELECT y FROM b"_s)->toInt(), 7);
}

void MigrationsTest::aStepThatFailsHasNotHappened()
{
    const Profile profile;
    QVERIFY(profile.ready({threeSteps.mid(0, 1)}));
    QList<Migration> broken = threeSteps;
    broken[1].sql += u" INSERT INTO nowhere VALUES (1);"_s;

    auto database = profile.open({broken});
    QVERIFY(database.ok());
    const auto before = shape(database.value()->sql());
    const auto done = database.value()->migrate();
    QVERIFY(!done.ok());
    QVERIFY(done.error().is(code::storage));
    QVERIFY(done.error().description.contains(u"two"_s));
    QVERIFY(database.value()->needsMigration());
    QCOMPARE(shape(database.value()->sql()), before);
    QCOMPARE(single(database.value()->sql(), u"PRAGMA user_version"_s)->toInt(), 1);

    // A later version of the program that has the step right goes on from there.
    database = localError(code::storage);
    const auto mended = profile.ready({threeSteps});
    QVERIFY(mended);
    QCOMPARE(single(mended->sql(), u"SELECT y FROM b"_s)->toInt(), 7);
}

void MigrationsTest::aStepThatLeavesOrphansIsRefused()
{
    const Profile profile;
    auto database = profile.open({{
        {u"one"_s,
         u"CREATE TABLE a (id TEXT PRIMARY KEY); CREATE TABLE b (a TEXT REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED); INSERT INTO b VALUES ('gone')"_s},
    }});
    QVERIFY(database.ok());
    QVERIFY(!database.value()->migrate().ok());
    QVERIFY(shape(database.value()->sql()).isEmpty());
}

void MigrationsTest::openingNeverMigrates()
{
    const Profile profile;
    auto database = profile.open();
    QVERIFY(database.ok());
    QVERIFY(database.value()->needsMigration());
    QVERIFY(shape(database.value()->sql()).isEmpty());
}

void MigrationsTest::openingThePresentVersionWritesNothing()
{
    const Profile profile;
    {
        const auto database = profile.ready();
        QVERIFY(SqliteConnectionStore(*database).save(sampleConnection()).ok());
    }
    const QByteArray before = profile.bytes();
    QVERIFY(!before.isEmpty());
    auto database = profile.open();
    QVERIFY(database.ok());
    QVERIFY(!database.value()->needsMigration());
    QCOMPARE(SqliteConnectionStore(*database.value()).connections()->size(), 1);
    QCOMPARE(QFileInfo(profile.file() + u"-wal"_s).size(), 0);
    database = localError(code::storage);
    QVERIFY(profile.bytes() == before);
}

void MigrationsTest::twoProcessesMayMigrateTogether()
{
    const Profile profile;
    auto first = profile.open();
    auto second = profile.open();
    QVERIFY(first.ok() && second.ok());
    QVERIFY(first.value()->migrate().ok());
    QVERIFY(second.value()->migrate().ok());
    QVERIFY(SqliteConnectionStore(*first.value()).save(sampleConnection()).ok());
    QCOMPARE(SqliteConnectionStore(*second.value()).connections()->size(), 1);
}

void MigrationsTest::noColumnHoldsASecret()
{
    const Profile profile;
    const auto database = profile.ready();
    auto columns = execute(database->sql(),
                           u"SELECT t.name || '.' || c.name FROM sqlite_schema t, "
                           "pragma_table_info(t.name) c WHERE t.type = 'table'"_s);
    int count = 0;
    static const QRegularExpression forbidden(
        u"token|password|client_secret|api_key|verifier|authorization_code"_s);
    while (columns->next()) {
        ++count;
        QVERIFY2(!columns->value(0).toString().contains(forbidden),
                 qPrintable(columns->value(0).toString()));
    }
    QVERIFY(count > 40);
}

RELINK_TEST(MigrationsTest)
#include "migrationstest.moc"
