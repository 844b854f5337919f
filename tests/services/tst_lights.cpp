// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! What a probe's answer does to the light: R30, R47, R49, R50, R72 to R74, R97.
class LightsTest : public QObject
{
    Q_OBJECT

    static AuthError transport(const char *code)
    {
        AuthError error = localError(code);
        error.origin = ErrorOrigin::Transport;
        return error;
    }

private Q_SLOTS:
    void startsUnknownAndTurnsGreenOnlyByAProbe()
    {
        ManagerFixture f;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "r1")));
        f.fakes.probe.held = true;
        f.fakes.probe.answers.append(f.me());
        auto connecting = f.manager->connectAccount(f.request(), nullptr);
        QVERIFY(f.manager->connections().isEmpty()); // nothing is stored before the probe
        f.fakes.probe.release();
        const Result<Connection> made = outcomeOf(connecting);
        QVERIFY(made.ok());
        QCOMPARE(toString(lightFor(made->state)), u"green"_s);
        QCOMPARE(made->state.verifiedAt, f.fakes.clock.now());
        QCOMPARE(made->organisation.name, u"Harbour"_s);
    }

    void oneRefreshOneMoreProbeThenRed()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const qsizetype probes = f.fakes.probe.calls.size();
        const qsizetype posts = f.fakes.tokenEndpoint.calls.size();
        f.fakes.probe.answers.append(f.unauthorized());
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.unauthorized());
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.light(id), u"red"_s);
        QCOMPARE(f.health(id), u"needs_authorization"_s);
        QCOMPARE(toString(f.row(id).state.diagnosis->action), u"reauthorize"_s);
        QCOMPARE(f.fakes.probe.calls.size() - probes, 2);
        QCOMPARE(f.fakes.tokenEndpoint.calls.size() - posts, 1);
    }

    void aRefusedRefreshIsTheVerdict_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("health");
        QTest::addColumn<QString>("errorClass");
        const auto row = [](const char *name, int status, const char *body, const char *health,
                            const char *errorClass) {
            QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(health)
                                << QString::fromLatin1(errorClass);
        };
        row("grant gone", 400, R"({"error":"invalid_grant"})", "needs_authorization",
            "expired_refresh");
        row("empty 400 (R39)", 400, "", "needs_authorization", "expired_refresh");
        row("app credentials (R38)", 401, R"({"error":"invalid_client"})", "needs_configuration",
            "invalid_client");
        row("outage", 503, "<html>busy</html>", "retrying", "provider_outage");
        row("rate limit", 429, "", "retrying", "rate_limited");
    }
    void aRefusedRefreshIsTheVerdict()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, health);
        QFETCH(QString, errorClass);
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.probe.answers.append(f.unauthorized());
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(status, body));
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.health(id), health);
        QCOMPARE(f.errorClass(id), errorClass);
        QCOMPARE(f.stored(id).refreshToken.reveal(), QByteArray("r1")); // tokens are never dropped
    }

    void whatIsNoVerdictTurnsNothingRed_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("offline") << u"offline"_s << 0 << QByteArray() << QByteArray();
        QTest::newRow("dns") << u"dns"_s << 0 << QByteArray() << QByteArray();
        QTest::newRow("timeout") << u"timeout"_s << 0 << QByteArray() << QByteArray();
        QTest::newRow("certificate") << u"tls"_s << 0 << QByteArray() << QByteArray();
        QTest::newRow("proxy") << u"proxy"_s << 0 << QByteArray() << QByteArray();
        QTest::newRow("redirect") << u"redirected"_s << 0 << QByteArray() << QByteArray();
        QTest::newRow("500") << QString() << 500 << QByteArray("oops") << QByteArray("text/plain");
        QTest::newRow("404") << QString() << 404 << QByteArray("{}")
                             << QByteArray("application/json");
        QTest::newRow("sign-in page")
            << QString() << 200 << QByteArray("<html><body>Welcome to the café")
            << QByteArray("text/html");
        QTest::newRow("511") << QString() << 511 << QByteArray("<html>") << QByteArray("text/html");
    }
    void whatIsNoVerdictTurnsNothingRed()
    {
        QFETCH(QString, code);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.probe.answers.append(
            code.isEmpty() ? Result<HttpAnswer>(HttpAnswer {status, {{"Content-Type", type}}, body})
                           : Result<HttpAnswer>(transport(qPrintable(code))));
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.light(id), u"neutral"_s);
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a1"));
        // It recovers alone.
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.light(id), u"green"_s);
        QCOMPARE(toString(f.fakes.history.events.last().kind), u"recovery"_s);
    }

    void aMissingPermissionIsRedWithItsOwnReason()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.probe.answers.append(jsonAnswer(403, R"({"error":"insufficient_scope"})"));
        const qsizetype posts = f.fakes.tokenEndpoint.calls.size();
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.health(id), u"needs_permission"_s);
        QCOMPARE(f.errorClass(id), u"permission_scope"_s);
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), posts); // renewing does not help
    }

    void keychainTroubleIsItsOwnState_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("health");
        QTest::addColumn<QString>("reason");
        QTest::newRow("locked") << QByteArray(code::keychainLocked) << u"keychain_locked"_s
                                << u"locked"_s;
        QTest::newRow("denied") << QByteArray(code::keychainDenied) << u"keychain_locked"_s
                                << u"denied"_s;
        QTest::newRow("frozen") << QByteArray(code::keychainNotAnswering) << u"keychain_locked"_s
                                << u"not_answering"_s;
        QTest::newRow("missing") << QByteArray(code::keychainMissing) << u"keychain_missing"_s
                                 << QString();
    }
    void keychainTroubleIsItsOwnState()
    {
        QFETCH(QByteArray, code);
        QFETCH(QString, health);
        QFETCH(QString, reason);
        ManagerFixture f;
        const ConnectionId id = f.connected();
        ConnectionManager later(f.fakes.ports(), *f.catalogue); // nothing in memory
        QVERIFY(later.load().ok());
        f.fakes.secrets.trouble = code.constData();
        QVERIFY(outcomeOf(later.check(id)).ok());
        const ConnectionState state = later.connection(id)->state;
        QCOMPARE(toString(state.health), health);
        QCOMPARE(toString(lightFor(state)), u"neutral"_s);
        QCOMPARE(state.keychainReason ? toString(*state.keychainReason) : QString(), reason);
        QCOMPARE(f.fakes.secrets.items.size(), 1); // nothing is deleted on a read error
    }

    void anEntryThatIsGoneIsNeverSignedOut()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        ConnectionManager later(f.fakes.ports(), *f.catalogue);
        QVERIFY(later.load().ok());
        f.fakes.secrets.items.clear();
        QVERIFY(outcomeOf(later.check(id)).ok());
        const ConnectionState state = later.connection(id)->state;
        QCOMPARE(toString(state.health), u"keychain_missing"_s);
        QCOMPARE(state.diagnosis->cause, u"entry_missing"_s);
    }

    void equalFailuresReachTheHistoryWithTheirFacts()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        HttpAnswer refused
            = jsonAnswer(403, R"({"message":"No\r\nInjected: line","access_token":"CANARY"})");
        f.fakes.probe.answers.append(refused);
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        const HistoryEvent event = f.fakes.history.events.last();
        QCOMPARE(toString(event.kind), u"failure"_s);
        QCOMPARE(event.httpStatus, std::optional<int>(403));
        QVERIFY(!event.message.contains(u'\n')); // R84
        QVERIFY(!event.message.contains(u"CANARY"_s));
        QCOMPARE(event.action, u"check"_s);
    }
};

RELINK_TEST(LightsTest)
#include "tst_lights.moc"
