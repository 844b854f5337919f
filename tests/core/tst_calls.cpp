// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"

#include "callparts.h"
#include "packconnections.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

//! What goes over the wire, provider by provider.
class CallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void xeroPublicClient()
    {
        const ProviderPack pack = shippedPack("xero");
        const Connection connection = connectionTo("xero", client);
        const ResolvedProvider r = resolved(pack, connection);
        const auto request = authorizationRequest(r, connection, {7});
        QVERIFY(request.ok());
        QCOMPARE(request->attempt.value, quint64(7));
        QCOMPARE(request->endpoint, QUrl(u"https://login.xero.com/identity/connect/authorize"_s));
        QVERIFY(request->pkce);
        QCOMPARE(request->redirectMode, RedirectMode::Loopback);
        QVERIFY(request->redirectPort >= 1024);
        QVERIFY(request->scope.split(u' ').contains(u"offline_access"_s));
        QVERIFY(!request->extraParameters.contains(u"nonce"_s));

        Credential secrets = credentialWith({});
        const auto exchange = exchangeCall(r, connection, secrets, grant());
        QVERIFY(exchange.ok());
        QCOMPARE(exchange->endpoint, QUrl(u"https://identity.xero.com/connect/token"_s));
        QCOMPARE(toString(exchange->client->method), toString(ClientAuthMethod::None));
        QVERIFY(exchange->client->secret.isEmpty());
        QCOMPARE(exchange->client->clientId, u"app"_s);
        QCOMPARE(fieldsOf(*exchange),
                 "grant_type=authorization_code&code=c0de&"
                 "redirect_uri=http://127.0.0.1:48017/callback&code_verifier=verifier");
        QCOMPARE(headerOf(exchange->headers, "Accept"), "application/json");
    }

    void xeroConfidentialClientUsesBasic()
    {
        const Connection connection = connectionTo("xero", client);
        const ResolvedProvider r = resolved(shippedPack("xero"), connection);
        const auto refresh
            = refreshCall(r, connection, credentialWith({{u"client_secret"_s, "s3cret"}}));
        QVERIFY(refresh.ok());
        QCOMPARE(toString(refresh->client->method), toString(ClientAuthMethod::Basic));
        QCOMPARE(refresh->client->secret.reveal(), "s3cret");
        QCOMPARE(fieldsOf(*refresh), "grant_type=refresh_token&refresh_token=rt-1");
        QCOMPARE(refresh->encoding, BodyEncoding::Form);
    }

    void xeroProbeListsOrganisationsWithoutNamingOne()
    {
        Connection connection = connectionTo("xero", client);
        connection.organisation = {u"tenant-1"_s, u"Shop"_s};
        const ResolvedProvider r = resolved(shippedPack("xero"), connection);
        const auto probe = probeCall(r, connection, credentialWith({}));
        QVERIFY(probe.ok());
        QCOMPARE(probe->method, "GET");
        QCOMPARE(probe->url, QUrl(u"https://api.xero.com/connections"_s));
        QCOMPARE(probe->secretHeaderName, "Authorization");
        QCOMPARE(probe->secretHeaderValue.reveal(), "Bearer at-1");
        QVERIFY(headerOf(probe->headers, "xero-tenant-id").isEmpty());
    }

    void organisationHeaderIsSentWhereThePackWantsIt()
    {
        ProviderPack pack = shippedPack("xero");
        pack.probe.sendsOrganisation = true;
        Connection connection = connectionTo("xero", client);
        auto probe = probeCall(resolved(pack, connection), connection, credentialWith({}));
        QVERIFY(headerOf(probe->headers, "xero-tenant-id").isEmpty());
        connection.organisation = {u"tenant-1"_s, u"Shop"_s};
        probe = probeCall(resolved(pack, connection), connection, credentialWith({}));
        QCOMPARE(headerOf(probe->headers, "xero-tenant-id"), "tenant-1");
    }

    //! R66
    void rfc7009RevokesTheRefreshTokenFirst()
    {
        const Connection connection = connectionTo("xero", client);
        const ResolvedProvider r = resolved(shippedPack("xero"), connection);
        Credential credential = credentialWith({});
        auto calls = revocationCalls(r, connection, credential);
        QCOMPARE(calls.size(), 2);
        QCOMPARE(fieldsOf(std::get<TokenCall>(calls[0])),
                 "token=rt-1&token_type_hint=refresh_token");
        QCOMPARE(fieldsOf(std::get<TokenCall>(calls[1])),
                 "token=at-1&token_type_hint=access_token");
        for (const RevocationCall &call : calls) {
            QCOMPARE(std::get<TokenCall>(call).endpoint,
                     QUrl(u"https://identity.xero.com/connect/revocation"_s));
            QCOMPARE(std::get<TokenCall>(call).client->clientId, u"app"_s);
        }
        credential.refreshToken = {};
        calls = revocationCalls(r, connection, credential);
        QCOMPARE(calls.size(), 1);
        QCOMPARE(fieldsOf(std::get<TokenCall>(calls[0])),
                 "token=at-1&token_type_hint=access_token");
        credential.accessToken = {};
        QVERIFY(revocationCalls(r, connection, credential).isEmpty());
    }

    //! SGE-13
    void sageIntacctRefresh()
    {
        const Connection connection = connectionTo("sage_intacct", client);
        const ResolvedProvider r = resolved(shippedPack("sage_intacct"), connection);
        const auto refresh
            = refreshCall(r, connection, credentialWith({{u"client_secret"_s, "s"}}));
        QVERIFY(refresh.ok());
        QCOMPARE(refresh->endpoint, QUrl(u"https://api.intacct.com/ia/api/v1/oauth2/token"_s));
        QCOMPARE(fieldsOf(*refresh), "grant_type=refresh_token&refresh_token=rt-1");
        QCOMPARE(toString(refresh->client->method), toString(ClientAuthMethod::Post));
        QCOMPARE(refresh->clientIdField, "client_id");
        QCOMPARE(refresh->clientSecretField, "client_secret");
        QCOMPARE(refresh->encoding, BodyEncoding::Form);
        const auto request = authorizationRequest(r, connection, {1});
        QVERIFY(request->scope.isEmpty());
    }

    void sageIntacctHasNoProbeUntilGivenOne()
    {
        Connection connection = connectionTo("sage_intacct", client);
        auto r = resolved(shippedPack("sage_intacct"), connection);
        auto probe = probeCall(r, connection, credentialWith({}));
        QVERIFY(!probe.ok());
        QCOMPARE(probe.error().providerCode, u"probe_url"_s);
        connection.inputs.insert(u"probe_url"_s, u"https://api.intacct.com/ia/api/v1/me"_s);
        r = resolved(shippedPack("sage_intacct"), connection);
        probe = probeCall(r, connection, credentialWith({}));
        QVERIFY(probe.ok());
        QCOMPARE(probe->url, QUrl(u"https://api.intacct.com/ia/api/v1/me"_s));
        QCOMPARE(probe->secretHeaderValue.reveal(), "Bearer at-1");
        QVERIFY(secretOrigins(r).contains(u"https://api.intacct.com:443"_s));
    }

    void shopifyKeyAndRevocation()
    {
        Connection connection = connectionTo("shopify", {{u"shop"_s, u"my-store"_s}});
        connection.authMethod = u"access_token"_s;
        const ResolvedProvider r = resolved(shippedPack("shopify"), connection);
        Credential credential = credentialWith({{u"access_token"_s, "shpat_0"}});
        const auto token = accessTokenFromKey(r, credential);
        QVERIFY(token.ok());
        credential.accessToken = *token;
        const auto probe = probeCall(r, connection, credential);
        QVERIFY(probe->url.path().startsWith(u"/admin/api/20"_s));
        QVERIFY(probe->url.path().endsWith(u"/shop.json"_s));
        QCOMPARE(probe->secretHeaderName, "X-Shopify-Access-Token");
        QCOMPARE(probe->secretHeaderValue.reveal(), "shpat_0");
        const auto calls = revocationCalls(r, connection, credential);
        QCOMPARE(calls.size(), 1);
        const ApiCall &revoke = std::get<ApiCall>(calls[0]);
        QCOMPARE(revoke.method, "DELETE");
        QCOMPARE(revoke.url.path(), u"/admin/api_permissions/current.json"_s);
        QCOMPARE(revoke.secretHeaderValue.reveal(), "shpat_0");
    }

    //! MIN-71: POST with the login in the body, the key in its header.
    void mintsoftLogin()
    {
        const Connection connection = connectionTo("mintsoft", {{u"username"_s, u"jo"_s}});
        const ResolvedProvider r = resolved(shippedPack("mintsoft"), connection);
        const Credential credential = credentialWith({{u"password"_s, "p{username}ä "}});
        const auto login = loginCall(r, connection, credential);
        QVERIFY(login.ok());
        QCOMPARE(login->endpoint, QUrl(u"https://api.mintsoft.co.uk/api/Auth"_s));
        QCOMPARE(login->encoding, BodyEncoding::Json);
        QVERIFY(!login->client.has_value());
        QCOMPARE(fieldsOf(*login), "Password=p{username}ä &UserName=jo");
        QVERIFY(!login->endpoint.hasQuery());
        // Refresh means logging in again.
        QCOMPARE(fieldsOf(*refreshCall(r, connection, credential)), fieldsOf(*login));
        const auto probe = probeCall(r, connection, credential);
        QCOMPARE(probe->secretHeaderName, "ms-apikey");
        QCOMPARE(probe->secretHeaderValue.reveal(), "at-1");
        QVERIFY(!probe->url.toString().contains(u"at-1"_s));
        const auto noPassword = loginCall(r, connection, credentialWith({}));
        QVERIFY(!noPassword.ok());
        QCOMPARE(noPassword.error().providerCode, u"password"_s);
    }

    void keysThatCannotBeSentAreRefused()
    {
        Connection connection = connectionTo("mintsoft", {});
        connection.authMethod = u"api_key"_s;
        const ResolvedProvider r = resolved(shippedPack("mintsoft"), connection);
        for (const QByteArray &key :
             {QByteArray(), QByteArray("a\r\nX: b"), QByteArray("ü"), QByteArray("a\0b", 3)})
            QVERIFY(!accessTokenFromKey(r, credentialWith({{u"api_key"_s, key}})).ok());
        QVERIFY(accessTokenFromKey(r, credentialWith({{u"api_key"_s, "abc"}})).ok());
        Credential credential = credentialWith({});
        credential.accessToken = AccessToken("a\r\nX: b");
        QVERIFY(!probeCall(r, connection, credential).ok());
    }

    void noRefreshTokenSaysSo()
    {
        const Connection connection = connectionTo("xero", client);
        Credential credential = credentialWith({});
        credential.refreshToken = {};
        const auto refresh
            = refreshCall(resolved(shippedPack("xero"), connection), connection, credential);
        QVERIFY(!refresh.ok());
        QVERIFY(refresh.error().is(code::noRefreshToken));
    }

    //! R41
    void clientAuthenticationOfTheMerchantsChoice_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<bool>("secret");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *choice, bool secret, ClientAuthMethod expected) {
            QTest::addRow("%s %d", choice, secret)
                << QString::fromLatin1(choice) << secret << int(expected);
        };
        row("", false, ClientAuthMethod::None);
        row("", true, ClientAuthMethod::Basic);
        row("none", true, ClientAuthMethod::None);
        row("client_secret_basic", true, ClientAuthMethod::Basic);
        row("client_secret_basic_raw", true, ClientAuthMethod::BasicRaw);
        row("client_secret_post", true, ClientAuthMethod::Post);
    }
    void clientAuthenticationOfTheMerchantsChoice()
    {
        QFETCH(QString, choice);
        QFETCH(bool, secret);
        QFETCH(int, expected);
        Connection connection
            = connectionTo("generic_oauth2",
                           {{u"client_id"_s, u"app"_s},
                            {u"authorization_endpoint"_s, u"http://127.0.0.1:9/a"_s},
                            {u"token_endpoint"_s, u"http://127.0.0.1:9/t"_s},
                            {u"token_endpoint_auth_method"_s, choice}});
        const ResolvedProvider r = resolved(shippedPack("generic_oauth2"), connection);
        const Credential credential
            = secret ? credentialWith({{u"client_secret"_s, "s"}}) : credentialWith({});
        QCOMPARE(int(clientAuthenticationFor(r, credential)), expected);
        const auto call = refreshCall(r, connection, credential);
        QVERIFY(call.ok());
        QCOMPARE(call->client->secret.isEmpty(), expected == int(ClientAuthMethod::None));
    }

    void genericPack()
    {
        Connection connection = connectionTo(
            "generic_oauth2",
            {{u"client_id"_s, u"app"_s},
             {u"authorization_endpoint"_s, u"https://as.example.com//api/auth?x=1"_s},
             {u"token_endpoint"_s, u"https://as.example.com/t"_s},
             {u"revocation_endpoint"_s, u"https://as.example.com/r"_s},
             {u"scope"_s, u"openid  offline_access"_s},
             {u"authorization_parameters"_s, u"prompt=consent&audience=a%20b+c"_s},
             {u"redirect_port"_s, u"8400"_s},
             {u"probe_url"_s, u"https://api.example.com/me"_s}});
        ResolvedProvider r = resolved(shippedPack("generic_oauth2"), connection);
        QVERIFY(!r.needsDiscovery);
        auto request = authorizationRequest(r, connection, {1});
        QCOMPARE(request->endpoint.toString(), u"https://as.example.com//api/auth?x=1"_s);
        QCOMPARE(request->scope, u"openid offline_access"_s);
        QCOMPARE(request->redirectPort, quint16(8400));
        QCOMPARE(request->extraParameters.value(u"prompt"_s), u"consent"_s);
        QCOMPARE(request->extraParameters.value(u"audience"_s), u"a b c"_s);
        QVERIFY(request->issuer.isEmpty());
        QCOMPARE(secretOrigins(r),
                 QStringList({u"https://api.example.com:443"_s, u"https://as.example.com:443"_s}));

        connection.inputs.insert(u"redirect_uri"_s, u"http://127.0.0.1:8500/callback"_s);
        request = authorizationRequest(resolved(shippedPack("generic_oauth2"), connection),
                                       connection, {1});
        QCOMPARE(request->redirectMode, RedirectMode::Loopback);
        QCOMPARE(request->redirectPort, quint16(8500));
        connection.inputs.insert(u"redirect_uri"_s, u"https://shop.example/cb"_s);
        request = authorizationRequest(resolved(shippedPack("generic_oauth2"), connection),
                                       connection, {1});
        QCOMPARE(request->redirectMode, RedirectMode::Paste);
        QCOMPARE(request->redirectUri, u"https://shop.example/cb"_s);

        connection.inputs.remove(u"scope"_s);
        request = authorizationRequest(resolved(shippedPack("generic_oauth2"), connection),
                                       connection, {1});
        QVERIFY(request->scope.isEmpty());
    }

    //! R21 for what a person enters.
    void extraParametersCannotOverride_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *q : {"state=x", "a=b&redirect_uri=x", "client_id=x", "code_challenge=x",
                              "code_challenge_method=plain", "scope=x", "response_type=token",
                              "st%61te=x", "nonce=1", "client_secret=x", "request=x"})
            QTest::newRow(q) << QString::fromLatin1(q);
    }
    void extraParametersCannotOverride()
    {
        QFETCH(QString, query);
        const Connection connection
            = connectionTo("generic_oauth2",
                           {{u"client_id"_s, u"app"_s},
                            {u"authorization_endpoint"_s, u"https://a.example/"_s},
                            {u"token_endpoint"_s, u"https://a.example/t"_s},
                            {u"authorization_parameters"_s, query}});
        const auto result = resolveProvider(shippedPack("generic_oauth2"), connection);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().providerCode, u"authorization_parameters"_s);
    }
};

RELINK_TEST(CallsTest)
#include "tst_calls.moc"
