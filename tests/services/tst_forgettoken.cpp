// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/classify.h"
#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! "Forget the access token and ask again" (SGE-52).
class ForgetTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRefreshAndACheck()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        const qsizetype probes = f.fakes.probe.calls.size();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        const Result<Connection> done = outcomeOf(f.manager->forgetAccessToken(id));
        QVERIFY(done.ok());
        QCOMPARE(f.fakes.tokenEndpoint.calls.size() - before, 1);
        QCOMPARE(f.fakes.probe.calls.size() - probes, 1);
        QCOMPARE(f.light(id), u"green"_s);
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a2"));
        QCOMPARE(f.stored(id).refreshToken.reveal(), QByteArray("r2"));
    }

    void onFailureTheRefreshTokenStays()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        AuthError offline = localError(code::offline);
        offline.origin = ErrorOrigin::Transport;
        f.fakes.tokenEndpoint.answers.append(offline);
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        QVERIFY(outcomeOf(f.manager->forgetAccessToken(id)).ok());
        QCOMPARE(f.fakes.tokenEndpoint.calls.size() - before, 1);
        QVERIFY(!f.stored(id).hasAccess());
        QCOMPARE(f.stored(id).refreshToken.reveal(), QByteArray("r1"));
        QCOMPARE(f.light(id), u"neutral"_s);
        // The next check goes on from there.
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.light(id), u"green"_s);
    }

    void withoutARefreshTokenNothingIsForgotten()
    {
        ManagerFixture f;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "")));
        f.fakes.probe.answers.append(f.me());
        const Result<Connection> made = outcomeOf(f.manager->connectAccount(f.request(), nullptr));
        QVERIFY(made.ok());
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        const Result<Connection> done = outcomeOf(f.manager->forgetAccessToken(made->id));
        QVERIFY(!done.ok());
        QVERIFY(done.error().is(code::noRefreshToken));
        QCOMPARE(f.stored(made->id).accessToken.reveal(), QByteArray("a1"));
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), before);
        QCOMPARE(f.light(made->id), u"green"_s);
    }

    //! The access token is all that is left when the answer to a renewal was lost.
    void afterALostAnswerNothingIsForgotten()
    {
        ManagerFixture f; // rotates, no grace
        const ConnectionId id = f.connected();
        f.fakes.journal.markers.insert(id, RefreshMarker {1, f.fakes.clock.now(), false});
        const Result<Connection> done = outcomeOf(f.manager->forgetAccessToken(id));
        QVERIFY(!done.ok());
        QVERIFY(done.error().is(code::answerLost));
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a1"));
    }

    void tooEarlyNothingIsForgotten()
    {
        ManagerFixture f(R"({"rotates": true, "earliest_refresh_seconds": 30})");
        const ConnectionId id = f.connected();
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        const Result<Connection> done = outcomeOf(f.manager->forgetAccessToken(id));
        QVERIFY(!done.ok());
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a1"));
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), before);
    }

    void aKeychainErrorDeletesNothing_data()
    {
        QTest::addColumn<bool>("onlyWriting");
        QTest::newRow("reading") << false;
        QTest::newRow("writing") << true;
    }
    void aKeychainErrorDeletesNothing()
    {
        QFETCH(const bool, onlyWriting);
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        (onlyWriting ? f.fakes.secrets.writeTrouble : f.fakes.secrets.trouble)
            = code::keychainLocked;
        const Result<Connection> done = outcomeOf(f.manager->forgetAccessToken(id));
        QVERIFY(!done.ok());
        QVERIFY(done.error().is(code::keychainLocked));
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a1"));
        QCOMPARE(f.stored(id).refreshToken.reveal(), QByteArray("r1"));
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), before);
        QCOMPARE(f.light(id), u"green"_s);
    }

    void aPausedConnectionKeepsItsToken()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        QVERIFY(f.manager->pause(id).ok());
        QVERIFY(outcomeOf(f.manager->forgetAccessToken(id)).error().is(code::connectionPaused));
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a1"));
    }

    void itStandsInTheHistory()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->forgetAccessToken(id)).ok());
        const QList<HistoryEvent> &events = f.fakes.history.events;
        QVERIFY(std::any_of(events.begin(), events.end(), [](const HistoryEvent &event) {
            return event.kind == HistoryKind::Change && event.action == u"forget_token"_s;
        }));
    }
};

RELINK_TEST(ForgetTokenTest)
#include "tst_forgettoken.moc"
