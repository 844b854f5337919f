// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "support/testmain.h"

#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Many rows at once, as an import brings them.
class AddAllTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRowsComeInTheirOrder();
    void whatCannotBeWrittenLeavesNothing_data();
    void whatCannotBeWrittenLeavesNothing();
    void itCanBeStoppedInTheMiddle();
    void theCallerSeesItAsAnothersChange();
    void itMayOutliveItsCaller();
};

namespace {

QList<Connection> many(int count, const QString &stem = u"c"_s)
{
    QList<Connection> rows;
    for (int i = 0; i < count; ++i) {
        Connection row;
        row.id.value = stem + QString::number(i);
        row.name = u"Name "_s + row.id.value;
        row.provider = u"xero"_s;
        rows.append(row);
    }
    return rows;
}

const Integration pair {u"i1"_s, u"Sales"_s, {u"c0"_s}, {u"c1"_s}};

} // namespace

void AddAllTest::theRowsComeInTheirOrder()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    const QList<Connection> rows = many(10'000);
    QVERIFY(await(store.addAll(rows, {pair}, {})).ok());
    QVERIFY(store.connections().value() == rows);
    QVERIFY(store.integrations().value() == QList<Integration> {pair});
}

void AddAllTest::whatCannotBeWrittenLeavesNothing_data()
{
    QTest::addColumn<QString>("wrong");
    for (const char *wrong : {"name", "id", "pair"})
        QTest::newRow(wrong) << QString::fromLatin1(wrong);
}

void AddAllTest::whatCannotBeWrittenLeavesNothing()
{
    QFETCH(QString, wrong);
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    QList<Connection> rows = many(50);
    Integration spoilt = pair;
    if (wrong == u"name"_s)
        rows.last().name = rows.first().name.toUpper();
    else if (wrong == u"id"_s)
        rows.last().id.value = u"../x"_s;
    else
        spoilt.name.clear();
    const Result<Done> added = await(store.addAll(rows, {spoilt}, {}));
    QVERIFY(!added.ok());
    QCOMPARE(added.error().code, u"invalid_input"_s);
    QVERIFY(store.connections().value().isEmpty());
    QVERIFY(store.integrations().value().isEmpty());
}

void AddAllTest::itCanBeStoppedInTheMiddle()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    std::stop_source stop;
    const auto adding = store.addAll(many(10'000), {}, stop.get_token());
    stop.request_stop();
    const Result<Done> added = await(adding);
    // As the two threads run, it may have been over before.
    const qsizetype there = store.connections()->size();
    QCOMPARE(there, added.ok() ? 10'000 : 0);
    if (!added)
        QCOMPARE(added.error().code, u"cancelled"_s);

    stop = {};
    stop.request_stop();
    QCOMPARE(await(store.addAll(many(5, u"d"_s), {}, stop.get_token())).error().code,
             u"cancelled"_s);
    QCOMPARE(store.connections()->size(), there);
}

void AddAllTest::theCallerSeesItAsAnothersChange()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    const qint64 before = store.foreignChanges();
    QVERIFY(store.save(many(1, u"own"_s).first()).ok());
    QCOMPARE(store.foreignChanges(), before);
    QVERIFY(await(store.addAll(many(3), {}, {})).ok());
    QVERIFY(store.foreignChanges() != before);
    QCOMPARE(store.connections()->size(), 4);
}

//! Nobody waits any more, and what was begun is whole.
void AddAllTest::itMayOutliveItsCaller()
{
    const Profile profile;
    {
        const auto database = profile.ready();
        SqliteConnectionStore store(*database);
        const auto adding = store.addAll(many(500), {}, {});
        Q_UNUSED(adding)
    }
    const auto database = profile.ready();
    QCOMPARE(SqliteConnectionStore(*database).connections()->size(), 500);
}

} // namespace relink::test

using relink::test::AddAllTest;
RELINK_TEST(AddAllTest)
#include "addalltest.moc"
