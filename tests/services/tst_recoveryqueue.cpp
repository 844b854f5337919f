// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "services/recoveryqueue.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList six {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};

//! After a password change: every sign-in has ended.
struct RedShop : ManagerFixture
{
    explicit RedShop(const QStringList &names = six)
    {
        for (const QString &name : names)
            ids.insert(name, connected(name));
        for (const ConnectionId &id : std::as_const(ids))
            breakIt(id);
    }

    void breakIt(const ConnectionId &id)
    {
        fakes.probe.answers.append(unauthorized());
        fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
        (void)outcomeOf(manager->check(id));
    }

    void mend(const ConnectionId &id)
    {
        fakes.tokenEndpoint.answers.append(jsonAnswer(200, tokens("a2", "r2")));
        fakes.probe.answers.append(me());
        (void)outcomeOf(manager->reauthorize(id, nullptr));
    }

    QString nameOf(const std::optional<ConnectionId> &id) const
    {
        return id ? row(*id).name : u"-"_s;
    }

    QString states(const RecoveryQueue &queue) const
    {
        static const QMap<RecoveryQueue::State, QChar> letters {
            {RecoveryQueue::State::Open, u'o'},    {RecoveryQueue::State::Reconnected, u'R'},
            {RecoveryQueue::State::Skipped, u's'}, {RecoveryQueue::State::Left, u'l'},
            {RecoveryQueue::State::Resting, u'r'},
        };
        QString text;
        for (const RecoveryQueue::Entry &entry : queue.entries())
            text += nameOf(entry.id) % letters.value(entry.state) % u' ';
        return text.trimmed();
    }

    QMap<QString, ConnectionId> ids;
};

} // namespace

//! One run through all that is red.
class RecoveryQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sixBrokenTwoSkipped()
    {
        RedShop f;
        RecoveryQueue queue(*f.manager);
        const QSignalSpy changed(&queue, &RecoveryQueue::changed);
        QCOMPARE(f.states(queue), u"ao bo co do eo fo"_s);
        QStringList order;
        while (const auto current = queue.current()) {
            const QString name = f.nameOf(current);
            order.append(name);
            if (name == u"b"_s || name == u"e"_s) {
                queue.skip();
                continue;
            }
            queue.begin();
            if (name != u"d"_s)
                f.mend(*current);
            QCOMPARE(f.nameOf(queue.current()), name); // until it is closed
            queue.closed();
        }
        QCOMPARE(order, six);
        QCOMPARE(f.states(queue), u"aR bs cR dl es fR"_s);
        QVERIFY((queue.score() == RecoveryQueue::Score {3, 2, 1, 0, 0}));
        QVERIFY(queue.isFinished());
        QVERIFY(changed.size() >= 6);
    }

    void aSkippedOneIsComeBackTo()
    {
        RedShop f({u"a"_s, u"b"_s, u"c"_s});
        RecoveryQueue queue(*f.manager);
        queue.skip();
        QCOMPARE(f.nameOf(queue.current()), u"b"_s);
        queue.goTo(f.ids[u"a"_s]);
        QCOMPARE(f.nameOf(queue.current()), u"a"_s);
        queue.begin();
        f.mend(f.ids[u"a"_s]);
        queue.closed();
        QCOMPARE(f.nameOf(queue.current()), u"b"_s);
        queue.skip();
        queue.skip();
        QVERIFY(queue.isFinished());
        queue.goTo(f.ids[u"a"_s]); // works: there is nothing to come back for
        QVERIFY(queue.isFinished());
        queue.goTo(f.ids[u"c"_s]);
        QCOMPARE(f.states(queue), u"aR bs co"_s);
    }

    void theLastOnesComeRoundAgain()
    {
        RedShop f({u"a"_s, u"b"_s, u"c"_s});
        RecoveryQueue queue(*f.manager);
        queue.goTo(f.ids[u"c"_s]);
        queue.skip();
        QCOMPARE(f.nameOf(queue.current()), u"a"_s);
    }

    //! By upkeep, by another window, by hand: what works needs nobody.
    void whatIsMendedElsewhereIsPassedBy()
    {
        RedShop f({u"a"_s, u"b"_s});
        RecoveryQueue queue(*f.manager);
        f.mend(f.ids[u"a"_s]);
        QCOMPARE(f.nameOf(queue.current()), u"b"_s);
        QVERIFY(f.manager->pause(f.ids[u"b"_s]).ok());
        QVERIFY(queue.isFinished());
        QCOMPARE(f.states(queue), u"aR br"_s);
    }

    void whatTurnsRedMeanwhileJoins()
    {
        RedShop f({u"a"_s});
        const ConnectionId late = f.connected(u"late"_s);
        RecoveryQueue queue(*f.manager);
        queue.skip();
        QVERIFY(queue.isFinished());
        f.breakIt(late);
        QCOMPARE(f.nameOf(queue.current()), u"late"_s);
        f.mend(f.ids[u"a"_s]);
        f.breakIt(f.ids[u"a"_s]); // not for long
        QCOMPARE(f.states(queue), u"ao lateo"_s);
    }

    void whatIsRemovedIsGone()
    {
        RedShop f({u"a"_s, u"b"_s});
        RecoveryQueue queue(*f.manager);
        QVERIFY(outcomeOf(f.manager->remove(f.ids[u"a"_s])).ok());
        QCOMPARE(f.states(queue), u"bo"_s);
        QCOMPARE(f.nameOf(queue.current()), u"b"_s);
        QVERIFY(outcomeOf(f.manager->remove(f.ids[u"b"_s])).ok());
        QVERIFY(queue.isFinished());
        QVERIFY(queue.entries().isEmpty());
    }

    //! Begun anew it starts with what is red then.
    void aNewRunForgetsTheOldOne()
    {
        RedShop f({u"a"_s, u"b"_s});
        {
            RecoveryQueue queue(*f.manager);
            queue.skip();
            queue.begin();
            f.mend(f.ids[u"b"_s]);
            queue.closed();
        }
        const RecoveryQueue queue(*f.manager);
        QCOMPARE(f.states(queue), u"ao"_s);
    }
};

RELINK_TEST(RecoveryQueueTest)

#include "tst_recoveryqueue.moc"
