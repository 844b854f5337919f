// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"
#include "core/rules/signing.h"

#include "packconnections.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

using Inputs = QMap<QString, QString>;
using Secrets = QMap<QString, QByteArray>;

//! A connection to a shipped pack by one of its ways, with the calls that it makes.
struct Way
{
    Way(const char *pack, const char *method, const Inputs &inputs, const Secrets &secrets,
        Environment environment = Environment::Production)
        : connection(connectionTo(pack, inputs))
        , credential(credentialWith(secrets))
    {
        connection.authMethod = QLatin1StringView(method);
        connection.environment = environment;
        const auto result = resolveProvider(shippedPack(pack), connection);
        if (!result)
            qWarning("%s: %s", pack, qPrintable(result.error().description));
        if (result)
            resolved = *result;
    }

    ApiCall probe() const
    {
        const CallMoment moment {QDateTime::fromSecsSinceEpoch(1700000000), "n0nce"};
        const auto call = probeCall(resolved, connection, credential, moment);
        return call ? *call : ApiCall();
    }

    TokenCall mint() const
    {
        const auto call = mintCall(resolved, credential);
        return call ? *call : TokenCall();
    }

    TokenCall login() const
    {
        const auto call = loginCall(resolved, connection, credential);
        return call ? *call : TokenCall();
    }

    Connection connection;
    Credential credential;
    ResolvedProvider resolved;
};

QByteArray basic(const QByteArray &pair)
{
    return "Basic " + pair.toBase64();
}

} // namespace

//! What goes over the wire for packs that connect in other ways than by signing in.
class PackCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAsBasic_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("method");
        QTest::addColumn<Inputs>("inputs");
        QTest::addColumn<Secrets>("secrets");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("pair");
        const Secrets woo {{u"consumer_key"_s, "ck_1"}, {u"consumer_secret"_s, "cs_2"}};
        QTest::newRow("shop at the root")
            << u"woocommerce"_s << u"consumer_key"_s
            << Inputs {{u"store_url"_s, u" https://shop.example.com/ "_s}} << woo
            << u"https://shop.example.com/wp-json/wc/v3/system_status"_s << QByteArray("ck_1:cs_2");
        QTest::newRow("shop in a folder")
            << u"woocommerce"_s << u"consumer_key"_s
            << Inputs {{u"store_url"_s, u"shop.example.com/wp/Shop/wp-json"_s}} << woo
            << u"https://shop.example.com/wp/Shop/wp-json/wc/v3/system_status"_s
            << QByteArray("ck_1:cs_2");
        QTest::newRow("one key") << u"easypost"_s << u"api_key"_s << Inputs()
                                 << Secrets {{u"api_key"_s, "EZAK1"}}
                                 << u"https://api.easypost.com/v2/users"_s << QByteArray("EZAK1:");
        QTest::newRow("former version")
            << u"shipstation"_s << u"v1_key"_s << Inputs()
            << Secrets {{u"api_key"_s, "a1"}, {u"api_secret"_s, "b2"}}
            << u"https://ssapi.shipstation.com/users"_s << QByteArray("a1:b2");
        QTest::newRow("any user name")
            << u"mailchimp"_s << u"api_key"_s << Inputs {{u"dc"_s, u"US6"_s}}
            << Secrets {{u"api_key"_s, "0-us6"}} << u"https://us6.api.mailchimp.com/3.0/ping"_s
            << QByteArray("relink:0-us6");
    }

    void keysAsBasic()
    {
        QFETCH(QString, pack);
        QFETCH(QString, method);
        QFETCH(Inputs, inputs);
        QFETCH(Secrets, secrets);
        QFETCH(QString, address);
        QFETCH(QByteArray, pair);
        const Way way(qPrintable(pack), qPrintable(method), inputs, secrets);
        const ApiCall probe = way.probe();
        QCOMPARE(probe.url.toString(), address);
        QCOMPARE(probe.secretHeaderName, "Authorization");
        QCOMPARE(probe.secretHeaderValue.reveal(), basic(pair));
    }

    //! Whether the shop answers at all is asked without the keys.
    void reachability()
    {
        const Way way("woocommerce", "consumer_key", {{u"store_url"_s, u"shop.example.com/wp"_s}},
                      {});
        QCOMPARE(way.resolved.reachability.toString(), u"https://shop.example.com/wp/wp-json/"_s);
        QCOMPARE(secretOrigins(way.resolved), QStringList {u"https://shop.example.com:443"_s});
    }

    void fourKeysSign()
    {
        const Inputs shop {{u"store"_s, u"yourstore.com/m2"_s}, {u"store_code"_s, u"default"_s}};
        const Secrets keys {{u"consumer_key"_s, "ck"},
                            {u"consumer_secret"_s, "cs"},
                            {u"access_token"_s, "at"},
                            {u"access_token_secret"_s, "as"}};
        const ApiCall signedProbe = Way("adobe_commerce", "oauth1", shop, keys).probe();
        QCOMPARE(signedProbe.url.toString(),
                 u"https://yourstore.com/m2/rest/default/V1/store/storeViews"_s);
        const QByteArray header = signedProbe.secretHeaderValue.reveal();
        QVERIFY(header.startsWith("OAuth "));
        QVERIFY(header.contains(R"(oauth_signature_method="HMAC-SHA256")"));
        QVERIFY(!header.contains("\"cs\"") && !header.contains("\"as\""));
        const ApiCall alone = Way("adobe_commerce", "access_token", shop, keys).probe();
        QCOMPARE(alone.secretHeaderValue.reveal(), "Bearer at-1");
    }

    void ownKeysMint_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("method");
        QTest::addColumn<Inputs>("inputs");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("inTestMode");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<bool>("json");
        QTest::addColumn<bool>("isBasic");
        const QByteArray grant = "grant_type=client_credentials";
        QTest::newRow("shopware") << u"shopware"_s << u"integration"_s
                                  << Inputs {{u"shop_url"_s, u"shop.example/de"_s}}
                                  << u"https://shop.example/de/api/oauth/token"_s << QString()
                                  << grant << true << false;
        QTest::newRow("wix") << u"wix"_s << u"app_instance"_s << Inputs {{u"instanceId"_s, u"i1"_s}}
                             << u"https://www.wixapis.com/oauth2/token"_s << QString()
                             << QByteArray(grant + "&instance_id=i1") << true << false;
        QTest::newRow("shopify") << u"shopify"_s << u"client_credentials"_s
                                 << Inputs {{u"shop"_s, u"my-store"_s}}
                                 << u"https://my-store.myshopify.com/admin/oauth/access_token"_s
                                 << QString() << grant << false << false;
        QTest::newRow("ups") << u"ups"_s << u"client_credentials"_s << Inputs()
                             << u"https://onlinetools.ups.com/security/v1/oauth/token"_s
                             << u"wwwcie.ups.com"_s << grant << false << true;
        QTest::newRow("fedex") << u"fedex"_s << u"client_credentials"_s << Inputs()
                               << u"https://apis.fedex.com/oauth/token"_s
                               << u"apis-sandbox.fedex.com"_s << grant << false << false;
        QTest::newRow("usps") << u"usps"_s << u"client_credentials"_s << Inputs()
                              << u"https://apis.usps.com/oauth2/v3/token"_s
                              << u"apis-tem.usps.com"_s
                              << QByteArray(grant + "&scope=addresses prices labels tracking")
                              << true << false;
    }

    void ownKeysMint()
    {
        QFETCH(QString, pack);
        QFETCH(QString, method);
        QFETCH(Inputs, inputs);
        QFETCH(QString, address);
        QFETCH(QString, inTestMode);
        QFETCH(QByteArray, fields);
        QFETCH(bool, json);
        QFETCH(bool, isBasic);
        inputs.insert(u"client_id"_s, u"app"_s);
        const Secrets secrets {{u"client_secret"_s, "s3cret"}};
        const Way way(qPrintable(pack), qPrintable(method), inputs, secrets);
        const TokenCall call = way.mint();
        QCOMPARE(call.endpoint.toString(), address);
        QCOMPARE(fieldsOf(call), fields);
        QCOMPARE(call.encoding, json ? BodyEncoding::Json : BodyEncoding::Form);
        QCOMPARE(call.client->method == ClientAuthMethod::Basic, isBasic);
        if (!inTestMode.isEmpty()) {
            const Way test(qPrintable(pack), qPrintable(method), inputs, secrets,
                           Environment::Test);
            QCOMPARE(test.mint().endpoint.host(), inTestMode);
        }
    }

    //! What is optional and was not entered is not sent at all.
    void optionalHeader()
    {
        Inputs inputs {{u"client_id"_s, u"app"_s}};
        const Secrets secrets {{u"client_secret"_s, "cs"}};
        const TokenCall without = Way("ups", "client_credentials", inputs, secrets).mint();
        QCOMPARE(without.endpoint.host(), u"onlinetools.ups.com"_s);
        for (const HttpHeader &header : without.headers)
            QVERIFY(header.name != "x-merchant-id");
        inputs.insert(u"merchant_id"_s, u"A1B2C3"_s);
        const TokenCall with = Way("ups", "client_credentials", inputs, secrets).mint();
        QCOMPARE(headerOf(with.headers, "x-merchant-id"), "A1B2C3");
    }

    void serviceAccount()
    {
        const Way way("google", "service_account", {{u"client_email"_s, u"shop@p.example"_s}},
                      {{u"private_key"_s, R"(-----BEGIN A-----\nB\n-----END A-----\n)"}});
        const TokenCall call = way.mint();
        QCOMPARE(fieldsOf(call), "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer");
        QVERIFY(!call.client);
        QVERIFY(call.assertion);
        QCOMPARE(call.assertion->field, "assertion");
        QCOMPARE(call.assertion->algorithm, u"RS256"_s);
        const QJsonObject claims = call.assertion->claims;
        QCOMPARE(claims["iss"_L1].toString(), u"shop@p.example"_s);
        QCOMPARE(claims["aud"_L1].toString(), u"https://oauth2.googleapis.com/token"_s);
        QCOMPARE(claims["scope"_L1].toString(), u"https://www.googleapis.com/auth/content"_s);
        QCOMPARE(call.assertion->privateKey.reveal(), "-----BEGIN A-----\nB\n-----END A-----\n");
        QVERIFY(revocationCalls(way.resolved, way.connection, way.credential).isEmpty());
    }

    void loginsAsBasic()
    {
        const Way way("dpd_uk", "login",
                      {{u"username"_s, u"jo"_s}, {u"account_number"_s, u"2030245"_s}},
                      {{u"password"_s, "pw"}});
        const TokenCall login = way.login();
        QCOMPARE(login.endpoint.toString(), u"https://api.dpd.co.uk/user/?action=login"_s);
        QCOMPARE(login.authorization.reveal(), basic("jo:pw"));
        QCOMPARE(headerOf(login.headers, "GEOClient"), "account/2030245");
        QVERIFY(login.fields.isEmpty());
        QVERIFY(way.resolved.probe.mint);
        QCOMPARE(way.resolved.api.header, u"GEOSession"_s);
    }

    void parcelLogin()
    {
        const Way way("dhl", "parcel_de", {{u"client_id"_s, u"app"_s}, {u"username"_s, u"jo"_s}},
                      {{u"client_secret"_s, "cs"}, {u"password"_s, "pw"}}, Environment::Test);
        const TokenCall login = way.login();
        QCOMPARE(login.endpoint.host(), u"api-sandbox.dhl.com"_s);
        QCOMPARE(login.encoding, BodyEncoding::Form);
        QCOMPARE(fieldsOf(login),
                 "client_id=app&client_secret=cs&grant_type=password&password=pw&username=jo");
    }

    void revocations()
    {
        const Secrets secrets {{u"client_secret"_s, "cs"}};
        const Inputs client {{u"client_id"_s, u"app"_s}};
        const Way google("google", "oauth2", client, secrets);
        auto calls = revocationCalls(google.resolved, google.connection, google.credential);
        QCOMPARE(calls.size(), 1);
        const TokenCall one = std::get<TokenCall>(calls[0]);
        QCOMPARE(fieldsOf(one), "token=rt-1");
        QVERIFY(!one.client);

        Way usps("usps", "client_credentials", client, secrets);
        usps.credential.refreshToken = {};
        calls = revocationCalls(usps.resolved, usps.connection, usps.credential);
        QCOMPARE(calls.size(), 1);
        const TokenCall json = std::get<TokenCall>(calls[0]);
        QCOMPARE(fieldsOf(json), "token=at-1&token_type_hint=access_token");
        QCOMPARE(json.encoding, BodyEncoding::Json);
    }

    //! The data centre is asked for after the sign-in, in a form of its own.
    void accountIsAskedFor()
    {
        const Way way("mailchimp", "oauth2", {{u"client_id"_s, u"app"_s}},
                      {{u"client_secret"_s, "cs"}});
        const auto call = accountCall(way.resolved, way.credential);
        QVERIFY(call.ok());
        QCOMPARE(call->url.toString(), u"https://login.mailchimp.com/oauth2/metadata"_s);
        QCOMPARE(call->secretHeaderValue.reveal(), "OAuth at-1");
        QVERIFY(way.resolved.endpoints.probe.isEmpty());
    }
};

RELINK_TEST(PackCallsTest)
#include "tst_packcalls.moc"
