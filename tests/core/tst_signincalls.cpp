// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"
#include "core/rules/classify.h"
#include "core/rules/tokenresponse.h"

#include "packconnections.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

using Inputs = QMap<QString, QString>;
using Secrets = QMap<QString, QByteArray>;

const Inputs app {{u"client_id"_s, u"app"_s}};
const Secrets secret {{u"client_secret"_s, "cs"}};

//! A connection to a shipped pack by one of its ways, and what it sends.
struct SignIn
{
    SignIn(const char *pack, const char *method, const Inputs &more = {},
           Environment environment = Environment::Production, const Inputs &captures = {},
           const Secrets &secrets = secret)
        : connection(connectionTo(pack, app))
        , credential(credentialWith(secrets))
    {
        connection.inputs.insert(more);
        connection.authMethod = QLatin1StringView(method);
        connection.environment = environment;
        connection.captures = captures;
        const auto result = resolveProvider(shippedPack(pack), connection, u"uuid"_s);
        if (!result)
            qWarning("%s: %s", pack, qPrintable(result.error().description));
        if (result)
            resolved = *result;
    }

    AuthorizationRequest request() const
    {
        const auto result = authorizationRequest(resolved, connection, {});
        return result ? *result : AuthorizationRequest();
    }

    TokenCall exchange() const
    {
        AuthorizationGrant grant;
        grant.code = AuthorizationCode("c0de");
        grant.redirectUri = u"https://shop.example/callback"_s;
        const auto call = exchangeCall(resolved, connection, credential, grant);
        return call ? *call : TokenCall();
    }

    TokenCall refresh() const
    {
        const auto call = refreshCall(resolved, connection, credential);
        return call ? *call : TokenCall();
    }

    ApiCall probe() const
    {
        const auto call = probeCall(resolved, connection, credential);
        return call ? *call : ApiCall();
    }

    std::optional<TokenCall> revoke() const
    {
        const auto calls = revocationCalls(resolved, connection, credential);
        return calls.size() == 1 ? std::optional(std::get<TokenCall>(calls.first())) : std::nullopt;
    }

    Result<QMap<QString, QString>> back(const QMap<QString, QString> &parameters) const
    {
        AuthorizationGrant grant;
        grant.code = AuthorizationCode("c0de");
        grant.parameters = parameters;
        return callbackCaptures(resolved, credential, grant);
    }

    Connection connection;
    Credential credential;
    ResolvedProvider resolved;
};

HttpAnswer json(const QByteArray &body)
{
    return {200, {{"Content-Type", "application/json"}}, body};
}

} // namespace

//! What goes over the wire for packs whose sign-in differs from the standard's.
class SignInCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amazonNamesTheAppAndTheCodeItsOwnWay()
    {
        const Inputs inputs {{u"seller_central"_s, u"https://sellercentral.amazon.co.uk/home"_s},
                             {u"region"_s, u"eu"_s},
                             {u"application_id"_s, u"amzn1.sellerapps.app.1"_s},
                             {u"redirect_uri"_s, u"https://shop.example/callback"_s},
                             {u"authorization_parameters"_s, u"version=beta"_s}};
        const SignIn amazon("amazon_sp_api", "oauth2", inputs);
        const AuthorizationRequest request = amazon.request();
        QCOMPARE(request.endpoint.toString(),
                 u"https://sellercentral.amazon.co.uk/apps/authorize/consent"_s);
        QCOMPARE(request.parameterNames.value(u"client_id"_s, u"-"_s), QString());
        QCOMPARE(request.callbackNames.value(u"code"_s), u"spapi_oauth_code"_s);
        QCOMPARE(request.extraParameters,
                 (Inputs {{u"application_id"_s, u"amzn1.sellerapps.app.1"_s},
                          {u"version"_s, u"beta"_s}}));
        QVERIFY(!request.pkce);
        const TokenCall exchange = amazon.exchange();
        QCOMPARE(
            fieldsOf(exchange),
            "grant_type=authorization_code&code=c0de&redirect_uri=https://shop.example/callback");
        QVERIFY(exchange.client->method == ClientAuthMethod::Post);
        QCOMPARE(amazon.probe().secretHeaderName, "x-amz-access-token");
        const SignIn test("amazon_sp_api", "oauth2", inputs, Environment::Test);
        QCOMPARE(test.probe().url.host(), u"sandbox.sellingpartnerapi-eu.amazon.com"_s);
        const SignIn elsewhere("amazon_sp_api", "refresh_token", {{u"region"_s, u"fe"_s}});
        QCOMPARE(elsewhere.probe().url.host(), u"sellingpartnerapi-fe.amazon.com"_s);
        QCOMPARE(fieldsOf(elsewhere.refresh()), "grant_type=refresh_token&refresh_token=rt-1");
    }

    void tiktokAsksInTheQueryAndAnswersInside()
    {
        const SignIn tiktok("tiktok_shop", "oauth2", {{u"service_id"_s, u"77"_s}});
        QCOMPARE(tiktok.request().extraParameters, (Inputs {{u"service_id"_s, u"77"_s}}));
        const TokenCall exchange = tiktok.exchange();
        QCOMPARE(fieldsOf(exchange), "grant_type=authorized_code&auth_code=c0de");
        QCOMPARE(exchange.encoding, BodyEncoding::Query);
        QCOMPARE(exchange.clientIdField, "app_key");
        QCOMPARE(exchange.clientSecretField, "app_secret");
        QCOMPARE(tiktok.refresh().endpoint.path(), u"/api/v2/token/refresh"_s);
        const TokenAnswer &shape = tiktok.resolved.method.tokenAnswer;
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1700000000);
        const auto tokens = parseTokenResponse(
            json("{\"code\":0,\"data\":{\"access_token\":\"a\",\"refresh_token\":\"r\","
                 "\"access_token_expire_in\":1700604800}}"),
            shape, {}, ErrorOrigin::TokenEndpoint, now);
        QVERIFY(tokens.ok());
        QCOMPARE(tokens->accessToken.reveal(), "a");
        QCOMPARE(tokens->expiresIn, std::chrono::seconds(604800));
        const auto refused = parseTokenResponse(json("{\"code\":12345,\"data\":{}}"), shape);
        QVERIFY(!refused.ok());
        const ProviderPack pack = shippedPack("tiktok_shop");
        const Diagnosis diagnosis = classify(refused.error(), ErrorStage::Refresh, &pack);
        QCOMPARE(toString(diagnosis.errorClass), toString(ErrorClass::ExpiredRefresh));
        // A server in trouble says so by its status, whatever the pack's rule.
        const auto outage = parseTokenResponse({503, {}, "{\"code\":1}"}, shape);
        QCOMPARE(toString(classify(outage.error(), ErrorStage::Refresh, &pack).errorClass),
                 toString(ErrorClass::ProviderOutage));
    }

    void walmartWantsANewNumberWithEveryCall()
    {
        const SignIn walmart("walmart_marketplace", "client_credentials");
        const TokenCall mint = walmart.refresh();
        QCOMPARE(fieldsOf(mint), "grant_type=client_credentials");
        QCOMPARE(headerOf(mint.headers, "WM_QOS.CORRELATION_ID"), "uuid");
        QCOMPARE(headerOf(walmart.probe().headers, "WM_QOS.CORRELATION_ID"), "uuid");
        QCOMPARE(walmart.probe().secretHeaderName, "WM_SEC.ACCESS_TOKEN");
        const AuthorizationRequest request = SignIn("walmart_marketplace", "oauth2").request();
        QCOMPARE(request.parameterNames.value(u"redirect_uri"_s), u"redirectUri"_s);
        QCOMPARE(request.extraParameters.value(u"nonce"_s), u"uuid"_s);
    }

    void lightspeedTellsTheStoreWithTheSignIn()
    {
        const SignIn before("lightspeed_x", "oauth2");
        QVERIFY(before.resolved.endpoints.token.isEmpty());
        const auto told = before.back({{u"domain_prefix"_s, u"mystore"_s}});
        QVERIFY(told.ok());
        const SignIn after("lightspeed_x", "oauth2", {}, Environment::Production, *told);
        QCOMPARE(after.exchange().endpoint.toString(),
                 u"https://mystore.retail.lightspeed.app/api/1.0/token"_s);
        QVERIFY(!before.back({{u"domain_prefix"_s, u"evil.example/"_s}}).ok());
    }

    void cloverChoosesBothHostsAtOnce()
    {
        const SignIn europe("clover", "oauth2", {{u"region"_s, u"eu"_s}}, Environment::Production,
                            {{u"merchant_id"_s, u"M1"_s}});
        QCOMPARE(europe.request().endpoint.host(), u"www.eu.clover.com"_s);
        QCOMPARE(europe.probe().url.toString(), u"https://api.eu.clover.com/v3/merchants/M1"_s);
        const SignIn test("clover", "oauth2", {}, Environment::Test);
        QCOMPARE(test.request().endpoint.host(), u"sandbox.dev.clover.com"_s);
        QCOMPARE(test.exchange().endpoint.host(), u"apisandbox.dev.clover.com"_s);
    }

    void zohoStaysInItsDataCentre()
    {
        const SignIn europe("zoho_books", "oauth2", {{u"dc"_s, u"eu"_s}});
        QVERIFY(europe.back({{u"accounts-server"_s, u"https://accounts.zoho.eu"_s}}).ok());
        QVERIFY(europe.back({}).ok());
        QVERIFY(!europe.back({{u"accounts-server"_s, u"https://accounts.zoho.in"_s}}).ok());
        const SignIn canada("zoho_books", "oauth2", {{u"dc"_s, u"ca"_s}});
        QCOMPARE(canada.exchange().endpoint.host(), u"accounts.zohocloud.ca"_s);
    }

    void etsyKeepsTheUserAndNotTheToken()
    {
        const SignIn etsy("etsy", "oauth2", {{u"redirect_uri"_s, u"https://shop.example/"_s}});
        const auto tokens = parseTokenResponse(json("{\"access_token\":\"12345.abc\"}"), {},
                                               etsy.resolved.method.tokenCaptures);
        QVERIFY(tokens.ok());
        QCOMPARE(tokens->captures, (Inputs {{u"user_id"_s, u"12345"_s}}));
    }

    void netsuiteSignsWithACertificate()
    {
        const SignIn netsuite("netsuite", "client_credentials",
                              {{u"accountId"_s, u"1234567_SB1"_s}, {u"certificate_id"_s, u"kid"_s}},
                              Environment::Production, {}, {{u"private_key"_s, "PEM"}});
        const TokenCall mint = netsuite.refresh();
        QCOMPARE(fieldsOf(mint),
                 "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                 "&grant_type=client_credentials");
        QVERIFY(mint.assertion);
        QCOMPARE(mint.assertion->algorithm, u"PS256"_s);
        QCOMPARE(mint.assertion->keyId, u"kid"_s);
        QCOMPARE(mint.assertion->claims["iss"_L1].toString(), u"app"_s);
        QCOMPARE(mint.assertion->claims["scope"_L1].toString(), u"rest_webservices"_s);
        QCOMPARE(mint.assertion->claims["aud"_L1].toString(), mint.endpoint.toString());
        QCOMPARE(mint.endpoint.host(), u"1234567-sb1.suitetalk.api.netsuite.com"_s);
    }

    void revocations_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<bool>("client");
        QTest::addColumn<QByteArray>("authorization");
        const auto row = [](const char *pack, const char *method, const char *fields, bool client,
                            const char *authorization = "") {
            QTest::newRow(pack) << QString::fromLatin1(pack) << QString::fromLatin1(method)
                                << QByteArray(fields) << client << QByteArray(authorization);
        };
        row("sage_accounting", "oauth2", "token=rt-1", true);
        row("freshbooks", "oauth2", "token=rt-1", true);
        row("zoho_books", "oauth2", "token=rt-1", false);
        row("square", "oauth2_secret", "access_token=at-1&client_id=app", false, "Client cs");
        row("stripe", "oauth2", "client_id=app&stripe_user_id=acct_1", true);
        row("paypal", "client_credentials", "token=at-1&token_type_hint=ACCESS_TOKEN", true);
    }

    void revocations()
    {
        QFETCH(QString, pack);
        QFETCH(QString, method);
        QFETCH(QByteArray, fields);
        QFETCH(bool, client);
        QFETCH(QByteArray, authorization);
        const SignIn connected(qPrintable(pack), qPrintable(method),
                               {{u"dc"_s, u"eu"_s}, {u"redirect_uri"_s, u"https://a.example/"_s}},
                               Environment::Production, {{u"stripe_user_id"_s, u"acct_1"_s}});
        const auto call = connected.revoke();
        QVERIFY(call);
        QCOMPARE(fieldsOf(*call), fields);
        QCOMPARE(call->client.has_value(), client);
        QCOMPARE(call->authorization.reveal(), authorization);
    }
};

RELINK_TEST(SignInCallsTest)
#include "tst_signincalls.moc"
