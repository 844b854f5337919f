// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/classify.h"
#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! What another process has done once its `remove` is over.
void removedElsewhere(ManagerFixture &f)
{
    f.fakes.secrets.items.clear();
    f.fakes.connections.rows.clear();
    ++f.fakes.connections.changes;
}

} // namespace

//! A removal beside other work on the same connection: what was removed is told as removed and
//! leaves nothing behind.
class RemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCheckSaysThatItWasRemovedMeanwhile()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.probe.answers.append(f.me());
        f.fakes.probe.held = true;
        const auto checked = f.manager->check(id);
        removedElsewhere(f);
        f.fakes.probe.release();
        QCOMPARE(codeOf(outcomeOf(checked)), QLatin1StringView(code::connectionRemoved));
        QVERIFY(!f.manager->connection(id));
        QVERIFY(f.fakes.connections.rows.isEmpty());
    }

    //! The item goes first, the row next: between the two the item is no missing one.
    void anItemThatIsBeingRemovedIsNotAMissingOne()
    {
        for (const bool token : {false, true}) {
            ManagerFixture f;
            const ConnectionId id = f.connected();
            ConnectionManager later(f.fakes.ports(), *f.catalogue);
            QVERIFY(later.load().ok());
            auto lock = f.fakes.journal.tryLock(id);
            f.fakes.secrets.items.clear();
            const auto checked = token ? QFuture<Result<Connection>>() : later.check(id);
            const auto issued = token ? later.token(id) : QFuture<Result<IssuedToken>>();
            QVERIFY(!(token ? issued.isFinished() : checked.isFinished()));
            removedElsewhere(f);
            lock.reset();
            QCOMPARE(token ? codeOf(outcomeOf(issued)) : codeOf(outcomeOf(checked)),
                     QLatin1StringView(code::connectionRemoved));
        }
    }

    void aRenewalThatLosesTheRaceLeavesNoItem()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.tokenEndpoint.held = true;
        const auto refreshed = f.manager->refresh(id);
        removedElsewhere(f);
        f.fakes.tokenEndpoint.release();
        QCOMPARE(codeOf(outcomeOf(refreshed)), QLatin1StringView(code::connectionRemoved));
        QVERIFY(f.fakes.secrets.items.isEmpty());
    }

    void aRemovalWaitsForTheRenewalUnderWay()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        f.fakes.tokenEndpoint.held = true;
        const auto refreshed = f.manager->refresh(id);
        const auto removed = f.manager->remove(id);
        QVERIFY(!removed.isFinished());
        f.fakes.tokenEndpoint.release();
        QVERIFY(outcomeOf(removed).ok());
        QVERIFY(f.fakes.secrets.items.isEmpty());
        QVERIFY(f.fakes.connections.rows.isEmpty());
    }

    void whatIsGoneIsToldAsRemoved()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        QVERIFY(outcomeOf(f.manager->remove(id)).ok());
        QCOMPARE(codeOf(outcomeOf(f.manager->check(id))),
                 QLatin1StringView(code::connectionRemoved));
        QCOMPARE(codeOf(outcomeOf(f.manager->refresh(id))),
                 QLatin1StringView(code::connectionRemoved));
        QCOMPARE(codeOf(outcomeOf(f.manager->revoke(id))),
                 QLatin1StringView(code::connectionRemoved));
    }
};

RELINK_TEST(RemovalTest)
#include "tst_removal.moc"
