// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/resolve.h"
#include "core/rules/secrethosts.h"

#include "core/rules/inputs.h"
#include "core/rules/practicemapping.h"
#include "packconnections.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

class ResolveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! R99: neither what is entered nor what a provider sends turns an address elsewhere.
    void hostileShop_data()
    {
        QTest::addColumn<QString>("shop");
        for (const char *shop :
             {"evil.com/", "a@evil", "x#", "evil.com", "a.b", "x?y", "x:1", "x\\y", "..", "%2e",
              "xn--é", "x y", "http://evil.com", "javascript:x"})
            QTest::newRow(shop) << QString::fromUtf8(shop);
    }

    void hostileShop()
    {
        QFETCH(QString, shop);
        for (const bool practice : {false, true}) {
            ProviderPack pack = shippedPack("shopify");
            if (practice)
                pack = mapToSandbox(pack, QUrl(u"http://127.0.0.1:5000"_s));
            const Connection connection
                = connectionTo("shopify", {{u"client_id"_s, u"app"_s}, {u"shop"_s, shop}});
            const auto result = resolveProvider(pack, connection);
            if (!result)
                continue;
            // What normalising made usable stays below the provider's domain.
            for (const QString &origin : secretOrigins(*result)) {
                QVERIFY2(practice ? origin == u"http://127.0.0.1:5000"_s
                                  : origin.endsWith(u".myshopify.com:443"_s),
                         qPrintable(origin));
            }
        }
    }

    void capturesDoNotReplaceInputs()
    {
        Connection connection
            = connectionTo("shopify", {{u"client_id"_s, u"app"_s}, {u"shop"_s, u"mine"_s}});
        connection.captures = {{u"shop"_s, u"evil"_s}, {u"version"_s, u"evil"_s}};
        const auto result = resolveProvider(shippedPack("shopify"), connection);
        QVERIFY(result.ok());
        QCOMPARE(result->endpoints.token.host(), u"mine.myshopify.com"_s);
        QVERIFY(!result->endpoints.probe.path().contains(u"evil"_s));
    }

    void unknownMethod()
    {
        Connection connection = connectionTo("xero", {});
        connection.authMethod = u"magic"_s;
        const auto result = resolveProvider(shippedPack("xero"), connection);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().providerCode, u"auth_method"_s);
    }

    void addressesOnlyWhereThePackAsks()
    {
        // A pack with addresses of its own takes none from its inputs.
        Connection connection = connectionTo("xero",
                                             {{u"client_id"_s, u"app"_s},
                                              {u"token_endpoint"_s, u"https://evil.example/"_s},
                                              {u"probe_url"_s, u"https://evil.example/"_s}});
        connection.discovered.token = QUrl(u"https://evil.example/"_s);
        const auto result = resolveProvider(shippedPack("xero"), connection);
        QVERIFY(result.ok());
        for (const QString &origin : secretOrigins(*result))
            QVERIFY(!origin.contains(u"evil"_s));
    }

    void plainHttpIsForLoopback()
    {
        for (const auto &[address, ok] :
             {std::pair {"http://127.0.0.1:9/t", true}, std::pair {"http://localhost:9/t", true},
              std::pair {"http://192.168.0.5/t", false}, std::pair {"http://example.com/t", false},
              std::pair {"https://example.com/t", true},
              std::pair {"https://u@example.com/t", false},
              std::pair {"https://example.com/t#a", false}, std::pair {"file:///t", false}}) {
            const Connection connection
                = connectionTo("generic_oauth2",
                               {{u"client_id"_s, u"app"_s},
                                {u"authorization_endpoint"_s, u"https://example.com/a"_s},
                                {u"token_endpoint"_s, QString::fromLatin1(address)}});
            QVERIFY2(resolveProvider(shippedPack("generic_oauth2"), connection).ok() == ok,
                     address);
        }
    }

    void discovery()
    {
        const ProviderPack pack = shippedPack("generic_oauth2");
        Connection connection = connectionTo("generic_oauth2", {{u"client_id"_s, u"app"_s}});
        auto result = resolveProvider(pack, connection);
        QVERIFY(!result.ok());
        QVERIFY(result.error().is(code::missingInput));

        const QString issuer = u"https://as.example.com"_s;
        connection.inputs.insert(u"issuer"_s, issuer);
        result = resolveProvider(pack, connection);
        QVERIFY(result.ok());
        QVERIFY(result->needsDiscovery);
        QCOMPARE(result->endpoints.issuer, issuer);
        QVERIFY(result->endpoints.token.isEmpty());

        connection.discovered.issuer = issuer;
        connection.discovered.authorization = QUrl(issuer + u"/a"_s);
        connection.discovered.token = QUrl(issuer + u"/t"_s);
        connection.discovered.revocation = QUrl(issuer + u"/r"_s);
        connection.discovered.probe = QUrl(issuer + u"/me"_s);
        connection.discovered.issuerInRedirect = true;
        result = resolveProvider(pack, connection);
        QVERIFY(!result->needsDiscovery);
        QCOMPARE(result->endpoints.probe, connection.discovered.probe);
        QVERIFY(result->ownProbe);
        const auto request = authorizationRequest(*result, connection, {1});
        QCOMPARE(request->issuer, issuer);
        QVERIFY(request->issuerRequired);

        // What is entered goes before what was found.
        connection.inputs.insert(u"token_endpoint"_s, u"https://other.example.com/t"_s);
        connection.inputs.insert(u"probe_url"_s, u"https://other.example.com/me"_s);
        result = resolveProvider(pack, connection);
        QCOMPARE(result->endpoints.token.host(), u"other.example.com"_s);
        QCOMPARE(result->endpoints.probe.host(), u"other.example.com"_s);
        QCOMPARE(result->endpoints.revocation, connection.discovered.revocation);

        // What another issuer said is void.
        connection.inputs
            = {{u"client_id"_s, u"app"_s}, {u"issuer"_s, u"https://new.example.com"_s}};
        result = resolveProvider(pack, connection);
        QVERIFY(result->needsDiscovery);
        QVERIFY(result->endpoints.token.isEmpty());
        QVERIFY(result->endpoints.probe.isEmpty());
    }

    //! Each way needs its own addresses, and no others.
    void discoveryByWay()
    {
        const ProviderPack pack = shippedPack("generic_oauth2");
        const QString issuer = u"https://as.example.com"_s;
        Connection connection
            = connectionTo("generic_oauth2", {{u"client_id"_s, u"app"_s}, {u"issuer"_s, issuer}});
        connection.authMethod = u"device_code"_s;
        connection.discovered.issuer = issuer;
        connection.discovered.authorization = QUrl(issuer + u"/a"_s);
        connection.discovered.token = QUrl(issuer + u"/t"_s);
        QVERIFY(resolveProvider(pack, connection)->needsDiscovery);
        connection.discovered.device = QUrl(u"https://device.example.com/d"_s);
        auto result = resolveProvider(pack, connection);
        QVERIFY(!result->needsDiscovery);
        QCOMPARE(result->endpoints.device, connection.discovered.device);
        QVERIFY(secretOrigins(*result).contains(u"https://device.example.com:443"_s));
        connection.inputs.insert(u"device_authorization_endpoint"_s, issuer + u"/own"_s);
        result = resolveProvider(pack, connection);
        QCOMPARE(result->endpoints.device.path(), u"/own"_s);
        QVERIFY(!secretOrigins(*result).contains(u"https://device.example.com:443"_s));

        connection.discovered = {};
        connection.inputs = {{u"client_id"_s, u"app"_s}};
        connection.authMethod = u"client_credentials"_s;
        result = resolveProvider(pack, connection);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().providerCode, u"token_endpoint"_s);
        connection.inputs.insert(u"token_endpoint"_s, issuer + u"/t"_s);
        result = resolveProvider(pack, connection);
        QVERIFY(result.ok());
        QVERIFY(!result->needsDiscovery);
        QCOMPARE(result->endpoints.token.path(), u"/t"_s);
    }

    //! What is asked for is what the way needs.
    void addressesAskedFor_data()
    {
        QTest::addColumn<QStringList>("missing");
        QTest::newRow("oauth2") << QStringList {u"authorization_endpoint"_s, u"token_endpoint"_s};
        QTest::newRow("device_code")
            << QStringList {u"device_authorization_endpoint"_s, u"token_endpoint"_s};
        QTest::newRow("client_credentials") << QStringList {u"token_endpoint"_s};
    }

    void addressesAskedFor()
    {
        QFETCH(QStringList, missing);
        const ProviderPack pack = shippedPack("generic_oauth2");
        const AuthMethod *method = pack.authMethod(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(method);
        const auto asked = [&](const QMap<QString, QString> &inputs) {
            QStringList keys;
            for (const InputProblem &problem :
                 checkInputs(pack, *method, Environment::Production, inputs, {u"client_secret"_s}))
                keys.append(problem.key);
            return keys;
        };
        QCOMPARE(asked({{u"client_id"_s, u"app"_s}}), missing);
        QCOMPARE(asked({{u"client_id"_s, u"app"_s}, {u"issuer"_s, u"https://as.example.com"_s}}),
                 QStringList());
    }

    void practiceMapping_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : shippedIds())
            QTest::newRow(qPrintable(id)) << id;
    }

    void practiceMapping()
    {
        QFETCH(QString, id);
        const ProviderPack real = shippedPack(id.toLatin1().constData());
        const ProviderPack pack = mapToSandbox(real, QUrl(u"http://127.0.0.1:5000/"_s));
        const QString prefix = u"http://127.0.0.1:5000/"_s + id + u'/';
        QVERIFY(pack.loopbackHttpAllowed);
        const auto mapped = [&prefix](const QString &before, const QString &after) {
            return after == (before.isEmpty() ? QString() : prefix + before.mid(8));
        };
        for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
            const AuthMethod &was = real.authMethods[i];
            const AuthMethod &is = pack.authMethods[i];
            QVERIFY(mapped(was.authorizationEndpoint, is.authorizationEndpoint));
            QVERIFY(mapped(was.tokenEndpoint, is.tokenEndpoint));
            QVERIFY(mapped(was.loginEndpoint, is.loginEndpoint));
            QCOMPARE(is.redirectPort, 0);
        }
        QVERIFY(mapped(real.probe.url, pack.probe.url));
        QVERIFY(mapped(real.revocation.endpoint, pack.revocation.endpoint));
    }

    void practiceSwitchesHostsInsideThePath()
    {
        const ProviderPack pack
            = mapToSandbox(shippedPack("ebay"), QUrl(u"http://127.0.0.1:5000"_s));
        Connection connection
            = connectionTo("ebay", {{u"client_id"_s, u"app"_s}, {u"ru_name"_s, u"r"_s}});
        auto result = resolveProvider(pack, connection);
        QVERIFY(result.ok());
        QCOMPARE(result->endpoints.token,
                 QUrl(u"http://127.0.0.1:5000/ebay/api.ebay.com/identity/v1/oauth2/token"_s));
        connection.environment = Environment::Test;
        result = resolveProvider(pack, connection);
        QCOMPARE(
            result->endpoints.token,
            QUrl(u"http://127.0.0.1:5000/ebay/api.sandbox.ebay.com/identity/v1/oauth2/token"_s));
        QCOMPARE(
            result->endpoints.probe,
            QUrl(u"http://127.0.0.1:5000/ebay/apiz.sandbox.ebay.com/commerce/identity/v1/user/"_s));
        QCOMPARE(secretOrigins(*result), QStringList({u"http://127.0.0.1:5000"_s}));
    }

    void practiceKeepsTheShopInThePath()
    {
        const ProviderPack pack
            = mapToSandbox(shippedPack("shopify"), QUrl(u"http://127.0.0.1:5000"_s));
        const auto result = resolveProvider(
            pack,
            connectionTo("shopify", {{u"client_id"_s, u"app"_s}, {u"shop"_s, u"my-store"_s}}));
        QVERIFY(result.ok());
        QCOMPARE(
            result->endpoints.token,
            QUrl(
                u"http://127.0.0.1:5000/shopify/my-store.myshopify.com/admin/oauth/access_token"_s));
    }

    void inputsAreChecked()
    {
        const ProviderPack pack = shippedPack("shopify");
        const AuthMethod &method = pack.authMethods.first();
        const auto problemKeys
            = [&](const QMap<QString, QString> &inputs, const QStringList &secrets) {
                  QStringList keys;
                  for (const InputProblem &p :
                       checkInputs(pack, method, Environment::Production, inputs, secrets))
                      keys.append(p.key + u' ' + p.code);
                  keys.sort();
                  return keys;
              };
        QCOMPARE(problemKeys({}, {}),
                 QStringList({u"client_id missing_input"_s, u"client_secret missing_input"_s,
                              u"shop missing_input"_s}));
        const QMap<QString, QString> good {{u"shop"_s, u" HTTPS://My-Store.myshopify.com/admin "_s},
                                           {u"client_id"_s, u"a"_s}};
        QVERIFY(problemKeys(good, {u"client_secret"_s}).isEmpty());
        auto bad = good;
        bad.insert(u"shop"_s, u"my store"_s);
        QCOMPARE(problemKeys(bad, {u"client_secret"_s}), QStringList({u"shop invalid_input"_s}));
        bad = good;
        bad.insert(u"client_secret"_s, u"open"_s);
        QCOMPARE(problemKeys(bad, {}), QStringList({u"client_secret invalid_input"_s}));
        bad = good;
        bad.insert(u"colour"_s, u"red"_s);
        QCOMPARE(problemKeys(bad, {u"client_secret"_s, u"other"_s}),
                 QStringList({u"colour invalid_input"_s, u"other invalid_input"_s}));
        bad = good;
        bad.insert(u"redirect_port"_s, u"70000"_s);
        QCOMPARE(problemKeys(bad, {u"client_secret"_s}),
                 QStringList({u"redirect_port invalid_input"_s}));
        bad = good;
        bad.insert(u"client_id"_s, u"a\nb"_s);
        QCOMPARE(problemKeys(bad, {u"client_secret"_s}),
                 QStringList({u"client_id invalid_input"_s}));
    }

    void organisationCanBeNamedBeforehand()
    {
        const QMap<QString, QString> inputs {{u"client_id"_s, u"a"_s},
                                             {u"organisation_id"_s, u"t1"_s}};
        const ProviderPack xero = shippedPack("xero");
        QVERIFY(checkInputs(xero, xero.authMethods.first(), Environment::Production, inputs, {})
                    .isEmpty());
        const ProviderPack ebay = shippedPack("ebay");
        const auto problems = checkInputs(ebay, ebay.authMethods.first(), Environment::Production,
                                          inputs, {u"client_secret"_s});
        QVERIFY(std::any_of(problems.begin(), problems.end(),
                            [](const InputProblem &p) { return p.key == u"organisation_id"_s; }));
    }

    //! RFC 6749 3.3, and once is enough.
    void scopesAreOnesThatThereCanBe()
    {
        const ProviderPack pack = shippedPack("generic_oauth2");
        const AuthMethod &method = pack.authMethods.first();
        const auto refused = [&](const QString &scope) {
            for (const InputProblem &p :
                 checkInputs(pack, method, Environment::Production, {{u"scope"_s, scope}}, {})) {
                if (p.key == u"scope"_s)
                    return true;
            }
            return false;
        };
        for (const char *good : {"read", "read write:all", "https://api.example/a.b", "a  b"})
            QVERIFY2(!refused(QString::fromLatin1(good)), good);
        for (const char *bad : {"read write read", "re\"ad", "re\\ad", "r\u00e9ad"})
            QVERIFY2(refused(QString::fromUtf8(bad)), bad);
    }

    //! R99: what the person is shown before a secret is entered.
    void everyHostThatGetsASecretIsNamed()
    {
        const ProviderPack xero = shippedPack("xero");
        QCOMPARE(secretHosts(xero, xero.authMethods.first(), Environment::Production),
                 QStringList({u"identity.xero.com"_s, u"api.xero.com"_s}));
        const ProviderPack ebay = shippedPack("ebay");
        for (const QString &host : secretHosts(ebay, ebay.authMethods.first(), Environment::Test))
            QVERIFY2(host.contains("sandbox"_L1), qPrintable(host));
        const ProviderPack shopify = shippedPack("shopify");
        QVERIFY(secretHosts(shopify, shopify.authMethods.first(), Environment::Production)
                    .contains(u"{shop}.myshopify.com"_s));
        const ProviderPack amazon = shippedPack("amazon_sp_api");
        const QStringList regions
            = secretHosts(amazon, amazon.authMethods.first(), Environment::Production);
        QVERIFY(regions.contains(u"sellingpartnerapi-eu.amazon.com"_s));
        QVERIFY(regions.contains(u"sellingpartnerapi-fe.amazon.com"_s));
        const ProviderPack woo = shippedPack("woocommerce");
        QCOMPARE(secretHosts(woo, woo.authMethods.first(), Environment::Production),
                 QStringList {u"{store_url}"_s});
        const ProviderPack amaka = shippedPack("amaka");
        QVERIFY(secretHosts(amaka, amaka.authMethods.first(), Environment::Production).isEmpty());
        // Whatever a resolved connection may send a secret to was named.
        for (const QString &id : shippedIds()) {
            const ProviderPack pack = shippedPack(id.toLatin1().constData());
            for (const AuthMethod &method : pack.authMethods) {
                QVERIFY2(method.kind == AuthKind::Delegated || asksForAddresses(pack, method)
                             || !secretHosts(pack, method, Environment::Production).isEmpty(),
                         qPrintable(id));
            }
        }
    }

    void inputsOfOneEnvironment()
    {
        const ProviderPack pack = shippedPack("quickbooks_online");
        const AuthMethod &method = pack.authMethods.first();
        const auto keys = [&](Environment environment) {
            QStringList list;
            for (const InputField &field : inputFields(pack, method, environment))
                list.append(field.key);
            return list;
        };
        QVERIFY(keys(Environment::Production).contains(u"redirect_uri"_s));
        QVERIFY(!keys(Environment::Test).contains(u"redirect_uri"_s));
        QVERIFY(keys(Environment::Test).contains(u"redirect_port"_s));
        // Kept for when the mode is switched.
        QVERIFY(
            checkInputs(pack, method, Environment::Test,
                        {{u"client_id"_s, u"a"_s}, {u"redirect_uri"_s, u"https://s.example/"_s}},
                        {u"client_secret"_s})
                .isEmpty());
    }

    void probeAddressIsAskedForWhereThereIsNone()
    {
        const auto asks = [](const char *id) {
            const ProviderPack pack = shippedPack(id);
            for (const InputField &field :
                 inputFields(pack, pack.authMethods.first(), Environment::Production)) {
                if (field.key == u"probe_url"_s)
                    return true;
            }
            return false;
        };
        QVERIFY(asks("sage_intacct"));
        QVERIFY(asks("generic_oauth2"));
        QVERIFY(!asks("xero"));
    }
};

RELINK_TEST(ResolveTest)
#include "tst_resolve.moc"
