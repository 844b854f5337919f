// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "services/upkeep.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! What the window keeps up by itself, with nobody asking for a check.
class UpkeepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! R49: the network comes back, and so does the light.
    void recoversAloneAfterAnOutage()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        AuthError offline = localError(code::offline);
        offline.origin = ErrorOrigin::Transport;
        f.fakes.probe.answers.append(offline);
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.health(id), u"retrying"_s);
        const qsizetype before = f.fakes.probe.calls.size();
        Upkeep upkeep(*f.manager, f.fakes.clock);
        upkeep.start();
        f.fakes.clock.time = *f.row(id).state.retryAt;
        f.fakes.probe.answers.append(f.me());
        // A change of the plan is looked at within its shortest nap.
        QVERIFY(f.manager->rename(id, u"Corner shop"_s).ok());
        QTRY_COMPARE(f.light(id), u"green"_s);
        QCOMPARE(f.fakes.probe.calls.size(), before + 1);
    }

    void aPausedConnectionIsLeftAlone()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const ConnectionId other = f.connected(u"Other shop"_s);
        QVERIFY(f.manager->pause(id).ok());
        const qsizetype before = f.fakes.probe.calls.size();
        f.fakes.clock.advance(std::chrono::minutes(16));
        f.fakes.probe.answers.append(f.me());
        Upkeep upkeep(*f.manager, f.fakes.clock);
        upkeep.start();
        QTRY_COMPARE(f.row(other).state.verifiedAt, f.fakes.clock.now());
        QCOMPARE(f.fakes.probe.calls.size(), before + 1);
        QCOMPARE(f.health(id), u"paused"_s);
    }
};

RELINK_TEST(UpkeepTest)
#include "tst_upkeep.moc"
