// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakes/fakeports.h"
#include "support/futures.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

Connection row(const QString &id, const QString &provider)
{
    Connection c;
    c.id = {id};
    c.name = u"The "_s + id;
    c.provider = provider;
    return c;
}

struct Shop
{
    Shop()
        : catalogue(QString())
        , manager(fakes.ports(), catalogue)
    {
        fakes.connections.rows = {row(u"books"_s, u"xero"_s), row(u"shop"_s, u"shopify"_s),
                                  row(u"market"_s, u"ebay"_s), row(u"ledger"_s, u"sage_intacct"_s),
                                  row(u"warehouse"_s, u"mintsoft"_s)};
        (void)manager.load();
    }
    FakePorts fakes;
    ProviderCatalogue catalogue;
    ConnectionManager manager;
};

} // namespace

//! Connections that work as pairs.
class IntegrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSideFindsItsPlace()
    {
        Shop shop;
        QSignalSpy changed(&shop.manager, &ConnectionManager::integrationsChanged);
        const auto made = shop.manager.pair({u"shop"_s}, {u"books"_s}, QString());
        QVERIFY(made.ok());
        QCOMPARE(made->accounting.value, u"books"_s);
        QCOMPARE(made->other.value, u"shop"_s);
        QCOMPARE(made->name, u"The shop – The books"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shop.manager.integrations(), QList<Integration> {*made});
        QCOMPARE(shop.fakes.connections.pairs, QList<Integration> {*made});
    }

    void whatIsNoPairIsRefused_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("another");
        QTest::newRow("two shops") << u"shop"_s << u"market"_s;
        QTest::newRow("two ledgers") << u"books"_s << u"ledger"_s;
        QTest::newRow("a warehouse") << u"books"_s << u"warehouse"_s;
        QTest::newRow("itself") << u"books"_s << u"books"_s;
        QTest::newRow("nobody") << u"books"_s << u"gone"_s;
    }
    void whatIsNoPairIsRefused()
    {
        QFETCH(QString, one);
        QFETCH(QString, another);
        Shop shop;
        QVERIFY(!shop.manager.pair({one}, {another}, QString()).ok());
        QVERIFY(shop.fakes.connections.pairs.isEmpty());
    }

    void onceIsEnough()
    {
        Shop shop;
        QVERIFY(shop.manager.pair({u"shop"_s}, {u"books"_s}, QString()).ok());
        QVERIFY(!shop.manager.pair({u"books"_s}, {u"shop"_s}, QString()).ok());
        // One ledger may serve several shops.
        QVERIFY(shop.manager.pair({u"market"_s}, {u"books"_s}, QString()).ok());
        QCOMPARE(shop.manager.integrations().size(), 2);
    }

    void renaming()
    {
        Shop shop;
        const QString id = shop.manager.pair({u"shop"_s}, {u"books"_s}, QString())->id;
        QVERIFY(shop.manager.renameIntegration(id, u" Sales "_s).ok());
        QCOMPARE(shop.manager.integrations().first().name, u"Sales"_s);
        QCOMPARE(shop.fakes.connections.pairs.first().name, u"Sales"_s);
        QVERIFY(!shop.manager.renameIntegration(id, u"  "_s).ok());
        QVERIFY(!shop.manager.renameIntegration(u"gone"_s, u"x"_s).ok());
    }

    //! Whoever names one must not mean the other.
    void connectionsAndPairsShareTheNames()
    {
        Shop shop;
        const auto pair = shop.manager.pair({u"shop"_s}, {u"books"_s}, u"THE market"_s);
        QVERIFY(!pair.ok() && pair.error().description.contains(u"The market"_s));
        QVERIFY(!shop.manager.pair({u"shop"_s}, {u"books"_s}, u"market"_s).ok());
        const QString id = shop.manager.pair({u"shop"_s}, {u"books"_s}, u"Sales"_s)->id;
        QVERIFY(!shop.manager.renameIntegration(id, u"the shop"_s).ok());
        const auto renamed = shop.manager.rename({u"market"_s}, u"SALES"_s);
        QVERIFY(!renamed.ok() && renamed.error().description.contains(u"a pair named"_s));
        EditRequest edit;
        edit.name = id;
        QVERIFY(!outcomeOf(shop.manager.edit({u"market"_s}, edit)).ok());
        ConnectRequest request;
        request.provider = u"amaka"_s;
        request.name = u"sales"_s;
        QVERIFY(!outcomeOf(shop.manager.connectAccount(request, nullptr)).ok());
    }

    //! A suggested name is one that can be used.
    void aSuggestedNameIsFree()
    {
        Shop shop;
        QVERIFY(shop.manager.rename({u"market"_s}, u"The shop – The books"_s).ok());
        const auto made = shop.manager.pair({u"shop"_s}, {u"books"_s}, QString());
        QVERIFY(made.ok());
        QCOMPARE(made->name, u"The shop – The books 2"_s);
    }

    //! One that was named like a pair before that was refused keeps its name.
    void aNameThatStaysIsNotJudgedAnew()
    {
        Shop shop;
        shop.fakes.connections.pairs.append({u"i"_s, u"The shop"_s, {u"books"_s}, {u"shop"_s}});
        QVERIFY(shop.manager.load().ok());
        QVERIFY(shop.manager.rename({u"shop"_s}, u"The Shop"_s).ok());
    }

    void dissolvingLeavesTheConnections()
    {
        Shop shop;
        const QString id = shop.manager.pair({u"shop"_s}, {u"books"_s}, QString())->id;
        QVERIFY(shop.manager.dissolve(id).ok());
        QVERIFY(shop.manager.integrations().isEmpty());
        QVERIFY(shop.fakes.connections.pairs.isEmpty());
        QCOMPARE(shop.manager.connections().size(), 5);
    }

    void removingASideDissolves()
    {
        Shop shop;
        QVERIFY(shop.manager.pair({u"shop"_s}, {u"books"_s}, QString()).ok());
        QVERIFY(shop.manager.pair({u"market"_s}, {u"books"_s}, QString()).ok());
        QSignalSpy changed(&shop.manager, &ConnectionManager::integrationsChanged);
        QVERIFY(outcomeOf(shop.manager.remove({u"shop"_s})).ok());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shop.manager.integrations().size(), 1);
        QVERIFY(shop.manager.connection({u"books"_s}));
    }

    void aDiskThatIsFullChangesNothing()
    {
        Shop shop;
        const QString id = shop.manager.pair({u"shop"_s}, {u"books"_s}, u"Sales"_s)->id;
        shop.fakes.connections.broken = true;
        QVERIFY(!shop.manager.dissolve(id).ok());
        QVERIFY(!shop.manager.renameIntegration(id, u"Other"_s).ok());
        QCOMPARE(shop.manager.integrations().first().name, u"Sales"_s);
    }

    void whatAnotherProcessMadeIsSeen()
    {
        Shop shop;
        shop.fakes.connections.pairs.append({u"i"_s, u"Sales"_s, {u"books"_s}, {u"shop"_s}});
        // A pair of what is not there any more is none.
        shop.fakes.connections.pairs.append({u"j"_s, u"Old"_s, {u"books"_s}, {u"gone"_s}});
        ++shop.fakes.connections.changes;
        QSignalSpy changed(&shop.manager, &ConnectionManager::integrationsChanged);
        shop.manager.reloadIfChanged();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shop.manager.integrations().size(), 1);
    }
};

RELINK_TEST(IntegrationsTest)

} // namespace relink::test

#include "tst_integrations.moc"
