// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callparts.h"
#include "packconnections.h"
#include "support/testmain.h"

#include <QMessageAuthenticationCode>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! What goes with the browser and what comes back with it, provider by provider.
class RedirectCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ebayPastesWithItsAlias()
    {
        Connection connection
            = connectionTo("ebay", with(client, "ru_name", " Shop_Ltd-Shop-Rel-abc "));
        for (const auto environment : {Environment::Production, Environment::Test}) {
            connection.environment = environment;
            const bool test = environment == Environment::Test;
            const ResolvedProvider r = resolved(shippedPack("ebay"), connection);
            const auto request = authorizationRequest(r, connection, {1});
            QCOMPARE(request->redirectMode, RedirectMode::Paste);
            QCOMPARE(request->redirectUri, u"Shop_Ltd-Shop-Rel-abc"_s);
            QVERIFY(!request->pkce);
            QCOMPARE(request->endpoint.host(),
                     test ? u"auth.sandbox.ebay.com"_s : u"auth.ebay.com"_s);
            QVERIFY(request->scope.contains(
                u"https://api.ebay.com/oauth/api_scope https://api.ebay.com/oauth/api_scope/"_s));

            AuthorizationGrant g = grant();
            g.redirectUri = request->redirectUri;
            g.verifier = {};
            const auto exchange
                = exchangeCall(r, connection, credentialWith({{u"client_secret"_s, "s"}}), g);
            QCOMPARE(fieldsOf(*exchange),
                     "grant_type=authorization_code&code=c0de&redirect_uri=Shop_Ltd-Shop-Rel-abc");
            QCOMPARE(toString(exchange->client->method), toString(ClientAuthMethod::Basic));
            QCOMPARE(exchange->endpoint.host(),
                     test ? u"api.sandbox.ebay.com"_s : u"api.ebay.com"_s);
            QCOMPARE(r.endpoints.probe.host(),
                     test ? u"apiz.sandbox.ebay.com"_s : u"apiz.ebay.com"_s);
            QVERIFY(revocationCalls(r, connection, credentialWith({})).isEmpty());
        }
        QVERIFY(!exchangeCall(resolved(shippedPack("ebay"), connection), connection,
                              credentialWith({}), grant())
                     .ok());
    }

    void quickBooksPastesInProductionAndListensInTest()
    {
        const ProviderPack pack = shippedPack("quickbooks_online");
        Connection connection = connectionTo("quickbooks_online", client);
        const auto missing = resolveProvider(pack, connection);
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().providerCode, u"redirect_uri"_s);

        connection.inputs.insert(u"redirect_uri"_s, u"https://shop.example/cb"_s);
        auto r = resolved(pack, connection);
        auto request = authorizationRequest(r, connection, {1});
        QCOMPARE(request->redirectMode, RedirectMode::Paste);
        QCOMPARE(request->redirectUri, u"https://shop.example/cb"_s);

        connection.environment = Environment::Test;
        r = resolved(pack, connection);
        request = authorizationRequest(r, connection, {1});
        QCOMPARE(request->redirectMode, RedirectMode::Loopback);
        QVERIFY(request->redirectUri.isEmpty());
        QCOMPARE(request->endpoint.host(), u"appcenter.intuit.com"_s);
    }

    void quickBooksCompanyComesWithTheRedirect()
    {
        const ProviderPack pack = shippedPack("quickbooks_online");
        Connection connection = connectionTo("quickbooks_online", client);
        connection.environment = Environment::Test;
        ResolvedProvider r = resolved(pack, connection);
        QVERIFY(r.endpoints.probe.isEmpty());
        // Its origin is known all the same, so that consent can list it.
        QVERIFY(secretOrigins(r).contains(u"https://sandbox-quickbooks.api.intuit.com:443"_s));
        QVERIFY(!probeCall(r, connection, credentialWith({})).ok());

        const Credential secrets = credentialWith({{u"client_secret"_s, "s"}});
        QVERIFY(!callbackCaptures(r, secrets, grant()).ok());
        QVERIFY(!callbackCaptures(r, secrets, grant({{u"realmId"_s, u"12/../34"_s}})).ok());
        const auto captures
            = callbackCaptures(r, secrets, grant({{u"realmId"_s, u"9341453474484455"_s}}));
        QVERIFY(captures.ok());
        connection.captures = *captures;
        r = resolved(pack, connection);
        QCOMPARE(r.endpoints.probe,
                 QUrl(u"https://sandbox-quickbooks.api.intuit.com/v3/company/9341453474484455/"
                      "companyinfo/9341453474484455"_s));
        QCOMPARE(headerOf(probeCall(r, connection, secrets)->headers, "Accept"),
                 "application/json");

        const auto calls = revocationCalls(r, connection, secrets);
        QCOMPARE(calls.size(), 1);
        const TokenCall &revoke = std::get<TokenCall>(calls[0]);
        QCOMPARE(revoke.encoding, BodyEncoding::Json);
        QCOMPARE(fieldsOf(revoke), "token=rt-1");
        QCOMPARE(toString(revoke.client->method), toString(ClientAuthMethod::Basic));
    }

    void shopifySignsItsRedirect()
    {
        Connection connection
            = connectionTo("shopify", with(client, "shop", "https://My-Store.myshopify.com/admin"));
        const ResolvedProvider r = resolved(shippedPack("shopify"), connection);
        const auto request = authorizationRequest(r, connection, {1});
        QCOMPARE(request->endpoint,
                 QUrl(u"https://my-store.myshopify.com/admin/oauth/authorize"_s));
        QCOMPARE(request->scope, u"read_products,read_orders"_s);
        QVERIFY(!request->pkce);

        const Credential secrets = credentialWith({{u"client_secret"_s, "hush"}});
        AuthorizationGrant g = grant();
        g.verifier = {};
        const auto exchange = exchangeCall(r, connection, secrets, g);
        QCOMPARE(fieldsOf(*exchange),
                 "grant_type=authorization_code&code=c0de&"
                 "redirect_uri=http://127.0.0.1:48017/callback&expiring=1");
        QCOMPARE(toString(exchange->client->method), toString(ClientAuthMethod::Post));

        const QByteArray message
            = "code=c0de&shop=my-store.myshopify.com&state=st4te&timestamp=1337178173";
        const QByteArray hmac
            = QMessageAuthenticationCode::hash(message, "hush", QCryptographicHash::Sha256).toHex();
        QMap<QString, QString> parameters {{u"shop"_s, u"my-store.myshopify.com"_s},
                                           {u"timestamp"_s, u"1337178173"_s},
                                           {u"hmac"_s, QString::fromLatin1(hmac)}};
        const auto captures = callbackCaptures(r, secrets, grant(parameters));
        QVERIFY(captures.ok());
        QCOMPARE(captures->value(u"callback_shop"_s), u"my-store.myshopify.com"_s);

        auto forged = parameters;
        forged.insert(u"timestamp"_s, u"1337178174"_s);
        auto refused = callbackCaptures(r, secrets, grant(forged));
        QVERIFY(!refused.ok());
        QCOMPARE(toString(refused.error().origin), toString(ErrorOrigin::RedirectListener));
        QCOMPARE(refused.error().code, QLatin1StringView(code::signatureMismatch));
        forged = parameters;
        forged.remove(u"hmac"_s);
        refused = callbackCaptures(r, secrets, grant(forged));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().providerCode, u"hmac"_s);
        // With another secret than the app's the same redirect does not fit either.
        refused = callbackCaptures(r, credentialWith({{u"client_secret"_s, "other"}}),
                                   grant(parameters));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, QLatin1StringView(code::signatureMismatch));
    }

    void shopifyOfAnotherStoreIsRefused()
    {
        Connection connection = connectionTo("shopify", with(client, "shop", "my-store"));
        const ResolvedProvider r = resolved(shippedPack("shopify"), connection);
        const QByteArray hmac
            = QMessageAuthenticationCode::hash("code=c0de&shop=other.myshopify.com&state=st4te",
                                               "hush", QCryptographicHash::Sha256)
                  .toHex();
        const auto captures = callbackCaptures(
            r, credentialWith({{u"client_secret"_s, "hush"}}),
            grant({{u"shop"_s, u"other.myshopify.com"_s}, {u"hmac"_s, QString::fromLatin1(hmac)}}));
        QVERIFY(!captures.ok());
        QCOMPARE(captures.error().providerCode, u"shop"_s);
    }
};

RELINK_TEST(RedirectCallsTest)
#include "tst_redirectcalls.moc"
