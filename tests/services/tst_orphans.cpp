// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! R79: what keychain and rows do not agree on is found without reading a secret, and repaired on
//! consent alone.
class OrphansTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreementIsNothingToTell()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const int reads = f.fakes.secrets.reads;
        const auto found = outcomeOf(f.manager->findOrphans());
        QVERIFY(found && found->isEmpty());
        QCOMPARE(f.fakes.secrets.reads, reads);
        QVERIFY(f.manager->connection(id));
    }

    void bothDirectionsAreFoundAndNothingIsTouched()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const ConnectionId other = f.connected(u"Other shop"_s);
        f.fakes.secrets.items.remove(f.row(id).secretAccount);
        f.fakes.secrets.items.insert(u"left-over"_s, SecretBytes("{}"));
        // A pending item without a reconnect under way is one too.
        const QString pending = f.row(other).secretAccount + u".pending"_s;
        f.fakes.secrets.items.insert(pending, SecretBytes("{}"));
        const auto items = f.fakes.secrets.items;
        const auto rows = f.fakes.connections.rows;
        const int reads = f.fakes.secrets.reads;
        const auto found = outcomeOf(f.manager->findOrphans());
        QVERIFY(found);
        QCOMPARE(found->connections, QList<ConnectionId> {id});
        QCOMPARE(found->accounts.size(), 2);
        QVERIFY(found->accounts.contains(u"left-over"_s) && found->accounts.contains(pending));
        QVERIFY(f.fakes.secrets.items == items);
        QVERIFY(f.fakes.connections.rows == rows);
        QCOMPARE(f.fakes.secrets.reads, reads);
    }

    void aReconnectUnderWayKeepsItsPendingItem()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        ReconnectProgress progress;
        progress.connection = id;
        f.fakes.progress.stored.insert(id, progress);
        f.fakes.secrets.items.insert(f.row(id).secretAccount + u".pending"_s, SecretBytes("{}"));
        const auto found = outcomeOf(f.manager->findOrphans());
        QVERIFY(found && found->isEmpty());
    }

    void removalTakesWhatStillBelongsToNothing()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const QString account = f.row(id).secretAccount;
        f.fakes.secrets.items.insert(u"left-over"_s, SecretBytes("{}"));
        // Asked for as an orphan, it has got its row meanwhile.
        QVERIFY(outcomeOf(f.manager->removeOrphans({u"left-over"_s, account})));
        QCOMPARE(f.fakes.secrets.items.keys(), QStringList {account});
    }

    void aKeychainThatKeepsItsNamesIsNoOrphan()
    {
        ManagerFixture f;
        f.connected();
        f.fakes.secrets.items.clear();
        f.fakes.secrets.listable = false;
        const auto unknown = outcomeOf(f.manager->findOrphans());
        QVERIFY(unknown && unknown->isEmpty());
        f.fakes.secrets.trouble = code::keychainLocked;
        QCOMPARE(codeOf(outcomeOf(f.manager->findOrphans())), u"locked"_s);
    }
};

RELINK_TEST(OrphansTest)
#include "tst_orphans.moc"
