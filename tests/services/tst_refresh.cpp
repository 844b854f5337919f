// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! The bones of refresh: R52, R53, R55, R56, R58, R59.
class RefreshTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenCallersShareOneRequest()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.clock.advance(std::chrono::hours(2)); // a1 is over
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        f.fakes.tokenEndpoint.held = true;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        QList<QFuture<Result<IssuedToken>>> callers;
        for (int i = 0; i < 10; ++i)
            callers.append(f.manager->token(id));
        f.fakes.tokenEndpoint.release();
        for (const auto &caller : callers) {
            const Result<IssuedToken> token = outcomeOf(caller);
            QVERIFY(token.ok());
            QCOMPARE(token->token.reveal(), QByteArray("a2"));
        }
        QCOMPARE(f.fakes.tokenEndpoint.calls.size() - before, 1);
    }

    void thePairIsStoredAsOneItemBeforeAnybodyUsesIt()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.secrets.held = true;
        const qsizetype probes = f.fakes.probe.calls.size();
        auto refresh = f.manager->refresh(id);
        QVERIFY(!refresh.isFinished());
        QCOMPARE(f.fakes.probe.calls.size(), probes); // nobody used a2 yet
        QVERIFY(f.manager->isBusyStoring()); // R81: quitting now would lose it
        f.fakes.probe.answers.append(f.me());
        f.fakes.secrets.release();
        QVERIFY(outcomeOf(refresh).ok());
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a2"));
        QCOMPARE(f.stored(id).refreshToken.reveal(), QByteArray("r2"));
        QCOMPARE(f.stored(id).generation, 2u);
        QVERIFY(!f.manager->isBusyStoring());
    }

    void anAnswerWithoutARefreshTokenKeepsTheOld()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->refresh(id)).ok());
        QCOMPARE(f.stored(id).refreshToken.reveal(), QByteArray("r1"));
    }

    void aMarkerIsWrittenBeforeTheRequest()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.tokenEndpoint.held = true;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        auto refresh = f.manager->refresh(id);
        QVERIFY(f.fakes.journal.markers.contains(id));
        QCOMPARE(f.fakes.journal.markers[id].generation, 1u);
        f.fakes.probe.answers.append(f.me());
        f.fakes.tokenEndpoint.release();
        QVERIFY(outcomeOf(refresh).ok());
        QVERIFY(!f.fakes.journal.markers.contains(id));
    }

    void withoutAMarkerNothingIsSent()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.journal.broken = true;
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        QVERIFY(outcomeOf(f.manager->refresh(id)).ok());
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), before);
    }

    void aLockedKeychainSpendsNoRefreshToken()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.secrets.trouble = code::keychainLocked;
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        QVERIFY(outcomeOf(f.manager->refresh(id)).ok());
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), before);
        QCOMPARE(f.health(id), u"keychain_locked"_s);
        QCOMPARE(f.light(id), u"neutral"_s);
        // Unlocked again, everything goes on as if nothing had been.
        f.fakes.secrets.trouble = nullptr;
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.light(id), u"green"_s);
    }

    void aLostAnswerIsNotSentAgainButTheOldAccessTokenIsUsed()
    {
        ManagerFixture f; // rotates, no grace
        const ConnectionId id = f.connected();
        AuthError lost = localError(code::connectionLost);
        lost.origin = ErrorOrigin::Transport;
        f.fakes.tokenEndpoint.answers.append(lost);
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        f.fakes.clock.advance(std::chrono::minutes(57)); // a refresh is due, a1 still lives
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.fakes.tokenEndpoint.calls.size() - before, 1);
        QCOMPARE(f.light(id), u"green"_s);
        // Green, but not for long, and that is said.
        QCOMPARE(f.health(id), u"expiring_soon"_s);
        QCOMPARE(f.row(id).refreshExpiresAt, f.row(id).accessExpiresAt);
        // Once it fails, the reason is the lost answer, and still nothing is sent (R55, R59).
        f.fakes.probe.answers.append(f.unauthorized());
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.light(id), u"red"_s);
        QCOMPARE(f.cause(id), u"answer_lost"_s);
        QCOMPARE(f.fakes.tokenEndpoint.calls.size() - before, 1);
    }

    void afterAKillBetweenAnswerAndStoreItSaysSo()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        // What a killed process leaves: the marker of a request whose outcome nobody knows.
        f.fakes.journal.markers.insert(id, {1, f.fakes.clock.now(), false});
        f.fakes.clock.advance(std::chrono::hours(2));
        f.fakes.probe.answers.append(f.unauthorized());
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.light(id), u"red"_s);
        QCOMPARE(f.errorClass(id), u"expired_refresh"_s);
        QCOMPARE(f.cause(id), u"answer_lost"_s);
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), before); // no loop with the old token
    }

    void withinAStatedGraceItIsSentOnceMore()
    {
        ManagerFixture f(R"({"rotates": true, "grace_seconds": 1800})");
        const ConnectionId id = f.connected();
        AuthError lost = localError(code::connectionLost);
        lost.origin = ErrorOrigin::Transport;
        f.fakes.tokenEndpoint.answers.append(lost);
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        QVERIFY(outcomeOf(f.manager->refresh(id)).ok());
        QCOMPARE(f.fakes.tokenEndpoint.calls.size() - before, 2);
        QCOMPARE(f.light(id), u"green"_s);
        QCOMPARE(f.stored(id).refreshToken.reveal(), QByteArray("r2"));
    }

    void whatAnotherProcessRenewedIsAdopted()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        Credential theirs = f.stored(id);
        theirs.generation = 2;
        theirs.accessToken = AccessToken("theirs");
        theirs.refreshToken = RefreshToken("their-refresh");
        f.fakes.secrets.items.insert(f.row(id).secretAccount, serializeCredential(theirs));
        f.fakes.probe.answers.append(f.unauthorized()); // a1, from memory, is refused
        f.fakes.probe.answers.append(f.me());
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), before);
        QCOMPARE(f.light(id), u"green"_s);
        QVERIFY(f.fakes.probe.calls.last().secretHeaderValue.reveal().endsWith("theirs"));
    }

    void theLockOfAnotherProcessIsWaitedFor()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        auto held = f.fakes.journal.tryLock(id);
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        const qsizetype before = f.fakes.tokenEndpoint.calls.size();
        auto refresh = f.manager->refresh(id);
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), before);
        held.reset();
        QVERIFY(outcomeOf(refresh).ok());
        QCOMPARE(f.fakes.tokenEndpoint.calls.size() - before, 1);
    }

    void aRenewedPairThatCannotBeSavedIsKeptAndSavedLater()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.secrets.writeTrouble = code::keychainDenied;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->refresh(id)).ok());
        QVERIFY(f.manager->isBusyStoring());
        QVERIFY(f.fakes.journal.markers.contains(id)); // a kill now must be told
        const Result<IssuedToken> token = outcomeOf(f.manager->token(id));
        QVERIFY(token.ok());
        QCOMPARE(token->token.reveal(), QByteArray("a2")); // never back to the old one
        f.fakes.secrets.writeTrouble = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(!f.manager->isBusyStoring(), 8000);
        QCOMPARE(f.stored(id).refreshToken.reveal(), QByteArray("r2"));
    }
};

RELINK_TEST(RefreshTest)
#include "tst_refresh.moc"
