// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "wayspacks.h"

#include "core/ports/authorizationagent.h"
#include "core/rules/calls.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray fields(const TokenCall &call)
{
    QByteArray text;
    for (const FormField &field : call.fields)
        text += (text.isEmpty() ? "" : "&") + field.name + '=' + field.value.reveal();
    return text;
}

ConnectRequest withSecrets(const ManagerFixture &f, const QStringList &keys)
{
    ConnectRequest request = f.request();
    for (const QString &key : keys)
        request.secrets.insert(key, SecretBytes("the-" + key.toLatin1()));
    return request;
}

//! Notes what a person would be shown.
class Shown : public AuthorizationInteraction
{
public:
    void waitingForBrowser(const PendingAuthorization &pending, bool) override
    {
        shown.append(pending);
    }
    void browserReturned() override { ++returned; }
    QFuture<std::optional<Organisation>> chooseOrganisation(const QList<Organisation> &) override
    {
        return {};
    }
    QFuture<bool> acceptDifferentAccount(const Organisation &, const QString &,
                                         const Organisation &, const QString &) override
    {
        return {};
    }

    QList<PendingAuthorization> shown;
    int returned = 0;
};

} // namespace

//! Every way of connecting but the browser's and the key's, on fakes.
class WaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientCredentialsMintAndMintAgain()
    {
        ManagerFixture f(packWith(clientCredentials));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", {})));
        f.fakes.probe.answers.append(f.me());
        const auto made
            = outcomeOf(f.manager->connectAccount(withSecrets(f, {u"client_secret"_s}), nullptr));
        QVERIFY(made);
        QCOMPARE(f.light(made->id), u"green"_s);
        QCOMPARE(fields(f.fakes.tokenEndpoint.calls.first()),
                 QByteArray("grant_type=client_credentials&scope=orders&audience=shop"));
        QCOMPARE(f.stored(made->id).inputs.value(u"client_secret"_s).reveal(),
                 QByteArray("the-client_secret"));
        // No refresh token: a refused access token is replaced by asking again.
        f.fakes.probe.answers.append(f.unauthorized());
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", {})));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->check(made->id)));
        QCOMPARE(f.light(made->id), u"green"_s);
        QCOMPARE(f.stored(made->id).accessToken.reveal(), QByteArray("a2"));
        // A secret that was changed at the provider: entered anew, nobody signs in.
        f.fakes.probe.answers.append(f.unauthorized());
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(401, R"({"error":"invalid_client"})"));
        QVERIFY(outcomeOf(f.manager->check(made->id)));
        QCOMPARE(f.light(made->id), u"red"_s);
        QCOMPARE(f.errorClass(made->id), u"invalid_client"_s);
        QCOMPARE(toString(f.row(made->id).state.diagnosis->action), u"edit_credential"_s);
        EditRequest edit;
        edit.secrets.insert(u"client_secret"_s, SecretBytes("newer"));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a3", {})));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->edit(made->id, edit)));
        QCOMPARE(f.light(made->id), u"green"_s);
        QCOMPARE(f.fakes.tokenEndpoint.calls.last().client->secret.reveal(), QByteArray("newer"));
    }

    void aNewTokenIsTheProof()
    {
        ManagerFixture f(packWith(clientCredentials, mintedProof));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", {})));
        const auto made
            = outcomeOf(f.manager->connectAccount(withSecrets(f, {u"client_secret"_s}), nullptr));
        QVERIFY(made);
        QCOMPARE(f.light(made->id), u"green"_s);
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", {})));
        QVERIFY(outcomeOf(f.manager->check(made->id)));
        QCOMPARE(f.light(made->id), u"green"_s);
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"unauthorized_client"})"));
        QVERIFY(outcomeOf(f.manager->check(made->id)));
        QCOMPARE(f.light(made->id), u"red"_s);
        QVERIFY(f.fakes.probe.calls.isEmpty());
    }

    void clientCredentialsFindTheirAddress()
    {
        ManagerFixture f(packWith(discovers));
        f.fakes.probe.answers.append(jsonAnswer(200, metadata));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", {})));
        const auto made
            = outcomeOf(f.manager->connectAccount(withSecrets(f, {u"client_secret"_s}), nullptr));
        QVERIFY(made);
        QCOMPARE(f.light(made->id), u"green"_s);
        QCOMPARE(f.fakes.tokenEndpoint.calls.first().endpoint, QUrl(u"https://acme.example/t"_s));
        // What the service said is kept: renewing asks it no second time.
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", {})));
        QVERIFY(outcomeOf(f.manager->check(made->id)));
        QCOMPARE(f.stored(made->id).accessToken.reveal(), QByteArray("a2"));
        QCOMPARE(f.fakes.probe.calls.size(), 1);
    }

    //! Neither an ended sign-in nor a client secret: there is none of both.
    void aRefusedSignatureIsNamedAsOne_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code");
        const QString refused = QString::fromLatin1(code::assertionRefused);
        QTest::newRow("the grant")
            << QByteArray(signedGrant) << QByteArray(R"({"error":"invalid_grant"})") << refused;
        QTest::newRow("the grant's sender")
            << QByteArray(signedGrant) << QByteArray(R"({"error":"invalid_client"})") << refused;
        QTest::newRow("the client's proof")
            << QByteArray(signedClient) << QByteArray(R"({"error":"invalid_client"})") << refused;
        QTest::newRow("the client's proof, in other words")
            << QByteArray(signedClient) << QByteArray(R"({"error":"invalid_grant"})") << refused;
        QTest::newRow("something else")
            << QByteArray(signedClient) << QByteArray(R"({"error":"invalid_scope"})")
            << QStringLiteral("invalid_scope");
        QTest::newRow("a secret") << QByteArray(clientCredentials)
                                  << QByteArray(R"({"error":"invalid_client"})")
                                  << QStringLiteral("invalid_client");
    }
    void aRefusedSignatureIsNamedAsOne()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, answer);
        QFETCH(QString, code);
        ManagerFixture f(packWith(method.constData()));
        ConnectRequest request = withSecrets(f, {u"private_key"_s});
        if (method.contains("client_secret"))
            request = withSecrets(f, {u"client_secret"_s});
        if (method.contains("client_email"))
            request.inputs = {{u"client_email"_s, u"robot@acme.example"_s}};
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, answer));
        const auto made = outcomeOf(f.manager->connectAccount(request, nullptr));
        QVERIFY(!made);
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), 1);
        QCOMPARE(made.error().code, code);
        QVERIFY(answer.contains(made.error().providerCode.toLatin1()));
        QVERIFY(f.fakes.connections.rows.isEmpty());
    }

    void aPastedRefreshTokenIsUsedAtOnceAndThenRotates()
    {
        ManagerFixture f(packWith(pastedToken));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "r2")));
        f.fakes.probe.answers.append(f.me());
        const auto made = outcomeOf(f.manager->connectAccount(
            withSecrets(f, {u"client_secret"_s, u"refresh_token"_s}), nullptr));
        QVERIFY(made);
        QCOMPARE(fields(f.fakes.tokenEndpoint.calls.first()),
                 QByteArray("grant_type=refresh_token&refresh_token=the-refresh_token"));
        QCOMPARE(f.stored(made->id).refreshToken.reveal(), QByteArray("r2"));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r3")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->refresh(made->id)));
        QCOMPARE(fields(f.fakes.tokenEndpoint.calls.last()),
                 QByteArray("grant_type=refresh_token&refresh_token=r2"));
        // Withdrawn: a new one is pasted, and it goes before the dead one that is stored.
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
        QVERIFY(outcomeOf(f.manager->refresh(made->id)));
        QCOMPARE(f.light(made->id), u"red"_s);
        EditRequest edit;
        edit.secrets.insert(u"refresh_token"_s, SecretBytes("pasted"));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a3", "r9")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->edit(made->id, edit)));
        QCOMPARE(fields(f.fakes.tokenEndpoint.calls.last()),
                 QByteArray("grant_type=refresh_token&refresh_token=pasted"));
        QCOMPARE(f.light(made->id), u"green"_s);
    }

    //! What the redirect told is in the token address, what the account told in the probe's.
    void theProviderSaysWhereTheAccountLives()
    {
        ManagerFixture f(packWith(findsItsPlace));
        AuthorizationGrant grant;
        grant.code = AuthorizationCode("c0de");
        grant.redirectUri = u"http://127.0.0.1:1/callback"_s;
        grant.parameters.insert(u"shop"_s, u"harbour"_s);
        f.fakes.agent.answer = grant;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "r1")));
        f.fakes.probe.answers.append(jsonAnswer(200, accountAnswer));
        f.fakes.probe.answers.append(f.me());
        const auto made = outcomeOf(f.manager->connectAccount(f.request(), nullptr));
        QVERIFY(made);
        const TokenCall &call = f.fakes.tokenEndpoint.calls.first();
        QCOMPARE(call.endpoint, QUrl(u"https://harbour.acme.example/token"_s));
        QVERIFY(fields(call).contains("account=harbour"));
        QCOMPARE(f.fakes.probe.calls.first().secretHeaderValue.reveal(), QByteArray("OAuth a1"));
        QCOMPARE(f.fakes.probe.calls.last().url, QUrl(u"https://us6.api.acme.example/me"_s));
        QCOMPARE(f.light(made->id), u"green"_s);
    }

    void anAccountThatIsNotToldConnectsNothing()
    {
        ManagerFixture f(packWith(findsItsPlace));
        AuthorizationGrant grant;
        grant.code = AuthorizationCode("c0de");
        grant.parameters.insert(u"shop"_s, u"harbour"_s);
        f.fakes.agent.answer = grant;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "r1")));
        f.fakes.probe.answers.append(jsonAnswer(200, foreignAccountAnswer));
        const auto made = outcomeOf(f.manager->connectAccount(f.request(), nullptr));
        QCOMPARE(codeOf(made), u"invalid_input"_s);
        QVERIFY(f.fakes.secrets.items.isEmpty());
    }

    //! RFC 8628: the code is shown, the provider is asked until the person is done.
    void deviceAuthorizationWaitsForThePerson()
    {
        ManagerFixture f(packWith(deviceCode));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, deviceAnswer));
        f.fakes.tokenEndpoint.answers.append(
            jsonAnswer(400, R"({"error":"authorization_pending"})"));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "r1")));
        f.fakes.probe.answers.append(f.me());
        Shown shown;
        const auto made = outcomeOf(f.manager->connectAccount(f.request(), &shown));
        QVERIFY(made);
        QCOMPARE(shown.shown.size(), 1);
        QCOMPARE(shown.shown.first().userCode, u"BDWD-HQPK"_s);
        QCOMPARE(shown.shown.first().url, QUrl(u"https://acme.example/device"_s));
        QCOMPARE(shown.returned, 1);
        QCOMPARE(fields(f.fakes.tokenEndpoint.calls.at(1)),
                 QByteArray("grant_type=urn:ietf:params:oauth:grant-type:device_code&"
                            "device_code=d1"));
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), 3);
        QCOMPARE(f.light(made->id), u"green"_s);
    }

    void deviceAuthorizationEnds_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code");
        QTest::newRow("declined") << QByteArray(R"({"error":"access_denied"})")
                                  << QString(u"access_denied"_s);
        QTest::newRow("too late") << QByteArray(R"({"error":"expired_token"})")
                                  << QString(u"expired"_s);
    }
    void deviceAuthorizationEnds()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, code);
        ManagerFixture f(packWith(deviceCode));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, deviceAnswer));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, answer));
        QCOMPARE(codeOf(outcomeOf(f.manager->connectAccount(f.request(), nullptr))), code);
        QVERIFY(f.manager->connections().isEmpty());
        QVERIFY(f.fakes.secrets.items.isEmpty());
    }

    //! Where a renewal is refused while the token lives long enough, "Refresh" asks instead.
    void aRenewalThatWouldBeTooEarlyIsNotSent()
    {
        ManagerFixture f(QByteArray(R"({"rotates": true, "earliest_refresh_seconds": 30})"));
        const ConnectionId id = f.connected();
        const qsizetype calls = f.fakes.tokenEndpoint.calls.size();
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->refresh(id)));
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), calls);
        QCOMPARE(f.light(id), u"green"_s);
        f.fakes.clock.advance(std::chrono::seconds(3600 - 29));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->refresh(id)));
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), calls + 1);
    }

    //! What is told of a revocation that leaves the access token alive, and what is forgotten.
    void anAccessTokenThatOutlivesItsRevocationIsTold()
    {
        ManagerFixture f(packWith(clientCredentials, survivingAccess));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", {}, 1800)));
        f.fakes.probe.answers.append(f.me());
        const auto made
            = outcomeOf(f.manager->connectAccount(withSecrets(f, {u"client_secret"_s}), nullptr));
        QVERIFY(made);
        const qsizetype probes = f.fakes.probe.calls.size();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, "{}"));
        const auto outcome = outcomeOf(f.manager->revoke(made->id));
        QVERIFY(outcome);
        QCOMPARE(toString(outcome->kind), u"accepted"_s);
        QCOMPARE(outcome->accessUntil, std::optional(f.fakes.clock.now().addSecs(1800)));
        QCOMPARE(f.fakes.probe.calls.size(), probes);
        QCOMPARE(fields(f.fakes.tokenEndpoint.calls.last()), QByteArray("id=client&token=a1"));
        // Here the secret is the access: nothing of it stays.
        QVERIFY(f.fakes.secrets.items.isEmpty());
    }

    //! R37: without a refresh token the sign-in ends with the access token, and that is known.
    void aSignInThatDoesNotLastIsKnown()
    {
        ManagerFixture f;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", {}, 1200)));
        f.fakes.probe.answers.append(f.me());
        const auto made = outcomeOf(f.manager->connectAccount(f.request(), nullptr));
        QVERIFY(made);
        QCOMPARE(made->refreshExpiresAt, std::optional(f.fakes.clock.now().addSecs(1200)));
        QCOMPARE(made->refreshExpiresAt, made->accessExpiresAt);
        const ConnectionId lasting = f.connected(u"Lasting"_s);
        QVERIFY(!f.row(lasting).refreshExpiresAt);
    }

    //! A page of a browser's is opened for it: nothing but a web address.
    void aDeviceAnswerOpensNoOtherAddress()
    {
        ManagerFixture f(packWith(deviceCode));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, fileAnswer));
        QCOMPARE(codeOf(outcomeOf(f.manager->connectAccount(f.request(), nullptr))),
                 u"unreadable_answer"_s);
        QVERIFY(f.fakes.browser.opened.isEmpty());
    }
};

RELINK_TEST(WaysTest)

#include "tst_ways.moc"
