// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempt.h"
#include "auth/randomtoken.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTcpServer>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! LoopbackAuthorizationAgent as the program sees it: one attempt from the request to its outcome.
class AgentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // R01, R02, R11, R20
    void requestIsOurOwn()
    {
        QSet<QString> states;
        QSet<QString> challenges;
        for (quint64 i = 0; i < 30; ++i) {
            LoopbackAuthorizationAgent agent;
            const Attempt attempt = begin(agent, request(i));
            QCOMPARE(attempt.ready, 1);
            QVERIFY(!attempt.future.isFinished());
            QVERIFY(attempt.pending.attempt == attempt.id);
            QCOMPARE(attempt.state().size(), 43);
            QCOMPARE(attempt.parameter(u"code_challenge_method"_s), u"S256"_s);
            QCOMPARE(attempt.parameter(u"redirect_uri"_s),
                     u"http://127.0.0.1:%1/callback"_s.arg(attempt.port()));
            states.insert(attempt.state());
            challenges.insert(attempt.parameter(u"code_challenge"_s));
            if (i > 0)
                continue;
            get(attempt.port(), redirectWith(attempt, "code=4%2F0A%2Bb+c%26d&realmId=12%2B3"));
            const Result<AuthorizationGrant> grant = outcomeOf(attempt.future);
            QVERIFY(grant.ok());
            QCOMPARE(grant->code.reveal(), QByteArray("4/0A+b c&d"));
            QCOMPARE(grant->redirectUri, attempt.parameter(u"redirect_uri"_s));
            QCOMPARE(grant->parameters, (QMap<QString, QString> {{u"realmId"_s, u"12+3"_s}}));
            const QByteArray verifier = grant->verifier.reveal();
            QCOMPARE(verifier.size(), 43);
            QCOMPARE(codeChallenge(verifier), attempt.parameter(u"code_challenge"_s).toLatin1());
            QVERIFY(!attempt.pending.url.toEncoded().contains(verifier));
            QVERIFY(!attempt.pending.url.toEncoded().contains("secret"));
        }
        QCOMPARE(states.size(), 30);
        QCOMPARE(challenges.size(), 30);
    }

    void withoutPkceThereIsNoVerifier()
    {
        LoopbackAuthorizationAgent agent;
        AuthorizationRequest r = request();
        r.pkce = false;
        const Attempt attempt = begin(agent, r);
        QVERIFY(!attempt.pending.url.toEncoded().contains("code_challenge"));
        get(attempt.port(), redirectWith(attempt, "code=c"));
        QVERIFY(outcomeOf(attempt.future)->verifier.isEmpty());
    }

    // R08, the agent's part
    void decliningIsTheProvidersAnswer()
    {
        LoopbackAuthorizationAgent agent(RedirectPageTexts(), quickTimes());
        const Attempt attempt = begin(agent, request());
        const QByteArray answer
            = get(attempt.port(),
                  redirectWith(attempt,
                               "error=access_denied&error_description=The+user+said+%3Cb%3Eno"
                               "&error_uri=https%3A%2F%2Fshop.example%2Fwhy"));
        QCOMPARE(statusOf(answer), 303);
        const Result<AuthorizationGrant> outcome = outcomeOf(attempt.future);
        QVERIFY(!outcome.ok());
        QVERIFY(outcome.error().origin == ErrorOrigin::AuthorizationEndpoint);
        QCOMPARE(outcome.error().code, u"access_denied"_s);
        QCOMPARE(outcome.error().description, u"The user said <b>no"_s);
        QCOMPARE(outcome.error().uri, u"https://shop.example/why"_s);
        const QByteArray page = get(attempt.port(), "/callback/done");
        QVERIFY(page.contains("declined"));
        QVERIFY(!page.contains("said"));
        QTRY_VERIFY_WITH_TIMEOUT(!isListening(attempt.port()), 1000);
    }

    void otherErrorsFail()
    {
        LoopbackAuthorizationAgent agent;
        const Attempt attempt = begin(agent, request());
        get(attempt.port(), redirectWith(attempt, "error=server_error"));
        QCOMPARE(codeOf(outcomeOf(attempt.future)), u"server_error"_s);
        QVERIFY(get(attempt.port(), "/callback/done").contains("Not connected"));
    }

    // R10
    void aBusyPortIsNamedBeforeAnythingOpens()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
        LoopbackAuthorizationAgent agent;
        AuthorizationRequest r = request();
        r.redirectPort = other.serverPort();
        const Attempt busy = begin(agent, r);
        QCOMPARE(busy.ready, 0);
        const Result<AuthorizationGrant> outcome = outcomeOf(busy.future);
        QCOMPARE(codeOf(outcome), u"port_busy"_s);
        QVERIFY(outcome.error().origin == ErrorOrigin::RedirectListener);
        QVERIFY(outcome.error().description.contains(QString::number(other.serverPort())));
        other.close();
        const Attempt free = begin(agent, r);
        QCOMPARE(free.ready, 1);
        QCOMPARE(free.port(), r.redirectPort);
    }

    // R16
    void nobodyComesBack()
    {
        LoopbackAuthorizationAgent agent(RedirectPageTexts(), quickTimes());
        AuthorizationRequest r = request();
        r.timeout = std::chrono::seconds(1);
        const Attempt attempt = begin(agent, r);
        QElapsedTimer timer;
        timer.start();
        const Result<AuthorizationGrant> outcome = outcomeOf(attempt.future);
        QCOMPARE(codeOf(outcome), u"expired"_s);
        QVERIFY(timer.elapsed() >= 900);
        // The late reply meets nobody.
        QVERIFY(!isListening(attempt.port()));
        QCOMPARE(codeOf(agent.submit(attempt.id, u"late"_s)), u"expired"_s);
    }

    // R17
    void attemptsAreNeverCrossed()
    {
        LoopbackAuthorizationAgent agent;
        const Attempt one = begin(agent, request(1));
        const Attempt two = begin(agent, request(2));
        QVERIFY(one.port() != two.port());
        QCOMPARE(statusOf(get(two.port(), redirectWith(one, "code=one"))), 400);
        get(two.port(), redirectWith(two, "code=two"));
        QCOMPARE(outcomeOf(two.future)->code.reveal(), QByteArray("two"));
        QVERIFY(!one.future.isFinished());
        const Attempt again = begin(agent, request(1)); // the same id voids the former
        QCOMPARE(codeOf(outcomeOf(one.future)), u"cancelled"_s);
        QVERIFY(!isListening(one.port()));
        get(again.port(), redirectWith(again, "code=again"));
        QVERIFY(outcomeOf(again.future).ok());
    }

    void pastedInput_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("submitted");
        QTest::addColumn<QString>("outcome"); // the code, or an error's; empty: goes on
        QTest::newRow("code") << u"  v^1.1#i^1#abc+d%2B=\n"_s << u"ok"_s
                              << u"v^1.1#i^1#abc+d%2B="_s;
        QTest::newRow("address") << u" https://a.example/done?code=a%2Bb+c&state=STATE \n"_s
                                 << u"ok"_s << u"a+b c"_s;
        QTest::newRow("wrong state")
            << u"https://a.example/done?code=a&state=other"_s << u"state_mismatch"_s << QString();
        QTest::newRow("no state") << u"https://a.example/done?code=a"_s << u"state_mismatch"_s
                                  << QString();
        QTest::newRow("declined") << u"https://a.example/?error=access_denied&state=STATE"_s
                                  << u"ok"_s << u"access_denied"_s;
        QTest::newRow("declined by another") << u"https://a.example/?error=access_denied&state=x"_s
                                             << u"state_mismatch"_s << QString();
        QTest::newRow("no code") << u"https://a.example/login?x=1"_s << u"no_code_pasted"_s
                                 << QString();
        QTest::newRow("two codes") << u"https://a.example/?code=a&code=b&state=STATE"_s
                                   << u"no_code_pasted"_s << QString();
        QTest::newRow("nothing") << u" \n"_s << u"no_code_pasted"_s << QString();
        QTest::newRow("words") << u"I have allowed it"_s << u"no_code_pasted"_s << QString();
        QTest::newRow("another script")
            << u"\u043a\u043e\u0434"_s << u"no_code_pasted"_s << QString();
        QTest::newRow("a code in two lines") << u"abc\ndef"_s << u"ok"_s << u"abcdef"_s;
    }
    void pastedInput()
    {
        QFETCH(QString, text);
        QFETCH(const QString, submitted);
        QFETCH(const QString, outcome);
        LoopbackAuthorizationAgent agent;
        const Attempt attempt = begin(agent, pasteRequest());
        QCOMPARE(attempt.parameter(u"redirect_uri"_s), u"Shop_RuName-1"_s);
        QVERIFY(attempt.pending.redirectMode == RedirectMode::Paste);
        text.replace(u"STATE"_s, attempt.state());
        QCOMPARE(codeOf(agent.submit(attempt.id, text)), submitted);
        QTest::qWait(10);
        QCOMPARE(attempt.future.isFinished(), !outcome.isEmpty());
        if (outcome.isEmpty())
            QVERIFY(agent.submit(attempt.id, u"right"_s).ok());
        const Result<AuthorizationGrant> result = outcomeOf(attempt.future);
        const QString expected = outcome.isEmpty() ? u"right"_s : outcome;
        QCOMPARE(result.ok() ? QString::fromUtf8(result->code.reveal()) : result.error().code,
                 expected);
        if (result.ok()) {
            QCOMPARE(result->redirectUri, u"Shop_RuName-1"_s);
            QCOMPARE(result->verifier.reveal().size(), 43);
        }
        QCOMPARE(codeOf(agent.submit(attempt.id, u"again"_s)), u"expired"_s);
    }

    void unusableRequestsOpenNothing()
    {
        LoopbackAuthorizationAgent agent;
        for (const QString &address :
             {u"https://a.example/auth#top"_s, u"https://u:p@a.example/auth"_s,
              u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, QString()}) {
            AuthorizationRequest r = request();
            r.endpoint = QUrl(address);
            const Attempt attempt = begin(agent, r);
            QCOMPARE(attempt.ready, 0);
            QCOMPARE(codeOf(outcomeOf(attempt.future)), u"invalid_input"_s);
        }
    }

    void theEndOfTheAgentCancelsAll()
    {
        auto agent = std::make_unique<LoopbackAuthorizationAgent>();
        const Attempt waiting = begin(*agent, request(1));
        const Attempt answered = begin(*agent, request(2));
        const Attempt pasting = begin(*agent, [] {
            AuthorizationRequest r = pasteRequest();
            r.attempt.value = 3;
            return r;
        }());
        get(answered.port(), redirectWith(answered, "code=c"));
        QVERIFY(outcomeOf(answered.future).ok());
        agent.reset();
        QCOMPARE(codeOf(outcomeOf(waiting.future)), u"cancelled"_s);
        QCOMPARE(codeOf(outcomeOf(pasting.future)), u"cancelled"_s);
        QVERIFY(outcomeOf(answered.future).ok());
        QVERIFY(!isListening(waiting.port()));
        QVERIFY(!isListening(answered.port()));
    }

    void whoeverIsToldMayDeleteTheAgent()
    {
        auto agent = std::make_unique<LoopbackAuthorizationAgent>();
        Attempt attempt = begin(*agent, request());
        QObject context;
        bool told = false;
        attempt.future.then(&context, [&](const Result<AuthorizationGrant> &) {
            told = true;
            agent.reset();
        });
        get(attempt.port(), redirectWith(attempt, "code=c"));
        QTRY_VERIFY(told);

        agent = std::make_unique<LoopbackAuthorizationAgent>();
        attempt = begin(*agent, request());
        told = false;
        attempt.future.then(&context, [&](const Result<AuthorizationGrant> &) { told = true; });
        agent->cancel(attempt.id);
        QVERIFY(told);

        const auto future = agent->begin(request(9), [&](const PendingAuthorization &pending) {
            agent->cancel(pending.attempt);
        });
        QCOMPARE(codeOf(outcomeOf(future)), u"cancelled"_s);
        agent->conclude(AttemptId {99}, PageOutcome::Failed);
        agent->cancel(AttemptId {99});
    }
};

RELINK_TEST(AgentTest)
#include "agenttest.moc"
