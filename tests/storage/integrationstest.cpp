// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "support/testmain.h"

#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Pairs on disk.
class IntegrationsStorageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOrderAndName();
    void goesWithEitherConnection_data();
    void goesWithEitherConnection();
    void isReadAheadWithTheConnections();
    void isAChangeForOthers();
};

namespace {

Connection named(const QString &id)
{
    Connection c = sampleConnection();
    c.id = {id};
    c.name = id;
    return c;
}

const Integration sales {u"i1"_s, u"Sales – „Bücher“"_s, {u"books"_s}, {u"shop"_s}};
const Integration fair {u"i2"_s, u"Fair"_s, {u"books"_s}, {u"market"_s}};

} // namespace

void IntegrationsStorageTest::keepsOrderAndName()
{
    const Profile profile;
    {
        const auto database = profile.ready();
        QVERIFY(database);
        SqliteConnectionStore store(*database);
        QVERIFY(store.saveIntegration(sales).ok());
        QVERIFY(store.saveIntegration(fair).ok());
    }
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    QVERIFY(store.integrations().value() == (QList<Integration> {sales, fair}));
    Integration renamed = sales;
    renamed.name = u"Other"_s;
    QVERIFY(store.saveIntegration(renamed).ok());
    QVERIFY(store.integrations().value() == (QList<Integration> {renamed, fair}));
    QVERIFY(store.removeIntegration(sales.id).ok());
    QVERIFY(store.integrations().value() == QList<Integration> {fair});
}

void IntegrationsStorageTest::goesWithEitherConnection_data()
{
    QTest::addColumn<QString>("removed");
    QTest::addColumn<int>("left");
    QTest::newRow("the accounts of both") << u"books"_s << 0;
    QTest::newRow("one shop") << u"shop"_s << 1;
}

void IntegrationsStorageTest::goesWithEitherConnection()
{
    QFETCH(QString, removed);
    QFETCH(int, left);
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    for (const QString &id : {u"books"_s, u"shop"_s, u"market"_s})
        QVERIFY(store.save(named(id)).ok());
    QVERIFY(store.saveIntegration(sales).ok());
    QVERIFY(store.saveIntegration(fair).ok());
    QVERIFY(store.remove({removed}).ok());
    QCOMPARE(store.integrations().value().size(), left);
}

void IntegrationsStorageTest::isReadAheadWithTheConnections()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    QVERIFY(store.save(named(u"books"_s)).ok());
    QVERIFY(store.saveIntegration(sales).ok());
    store.readAhead();
    QCOMPARE(store.connections().value().size(), 1);
    QVERIFY(store.integrations().value() == QList<Integration> {sales});
    // What was changed since is not taken from what was read ahead.
    store.readAhead();
    QCOMPARE(store.connections().value().size(), 1);
    QVERIFY(store.removeIntegration(sales.id).ok());
    QVERIFY(store.integrations().value().isEmpty());
}

void IntegrationsStorageTest::isAChangeForOthers()
{
    const Profile profile;
    const auto mine = profile.ready();
    const auto theirs = profile.ready();
    SqliteConnectionStore store(*mine);
    SqliteConnectionStore other(*theirs);
    const qint64 before = store.foreignChanges();
    QVERIFY(other.saveIntegration(sales).ok());
    QVERIFY(store.foreignChanges() > before);
}

RELINK_TEST(IntegrationsStorageTest)

} // namespace relink::test

#include "integrationstest.moc"
