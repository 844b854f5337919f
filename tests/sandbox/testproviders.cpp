// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/builtinpacks.h"
#include "sandbox/playground.h"
#include "support/testmain.h"

#include "core/rules/calls.h"
#include "core/rules/practicemapping.h"
#include "core/rules/probeverdict.h"
#include "core/rules/resolve.h"

#include <QJsonArray>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! Rows for every built-in pack with an authorization code method, per environment.
void addLives()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("test");
    int rows = 0;
    for (const ProviderPack &pack : builtInPacks()) {
        const bool signsIn = std::any_of(
            pack.authMethods.begin(), pack.authMethods.end(),
            [](const AuthMethod &m) { return m.kind == AuthKind::AuthorizationCode; });
        if (!signsIn)
            continue;
        QTest::addRow("%s", qPrintable(pack.id)) << pack.id << false;
        if (pack.hasTestEnvironment)
            QTest::addRow("%s test", qPrintable(pack.id)) << pack.id << true;
        ++rows;
    }
    QVERIFY2(rows >= 6, "packs are missing");
}

Environment environmentOf(bool test)
{
    return test ? Environment::Test : Environment::Production;
}

} // namespace

class SandboxProvidersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void wholeLife_data() { addLives(); }
    void wholeLife();
    void rotationAsThePackSays_data() { addLives(); }
    void rotationAsThePackSays();
    void stateIsEchoedUntouched();
    void decliningRedirects();
    void refusedRequestsGetAPage_data();
    void refusedRequestsGetAPage();
    void nothingButLoopbackIsRedirectedTo_data();
    void nothingButLoopbackIsRedirectedTo();
    void wrongVerifierIsRefused();
    void codeIsUsedOnce();
    void exchangeIsHeldToTheRequest();
    void clientsAreChecked_data();
    void clientsAreChecked();
    void signedRedirectIsVerifiedByRelink();
    void mappingLeadsHere_data() { addLives(); }
    void mappingLeadsHere();
    void organisationsCanBeChosen();
    void anotherPersonIsAnotherAccount();
    void environmentsAreApart();
    void sharedSignInIsBoundByItsFirstCall();
    void revokesAsRfc7009();
    void revokesByJson();
    void revokesByDelete();
    void keyLogin();
    void oldWaysOfKeysAreRefused();
    void keysWithoutLogin();
    void metadata();

private:
    std::unique_ptr<Playground> m_playground;
};

void SandboxProvidersTest::initTestCase()
{
    m_playground = std::make_unique<Playground>();
    QVERIFY(m_playground->isRunning());
    QVERIFY(builtInPack(u"xero"_s));
}

void SandboxProvidersTest::cleanup()
{
    m_playground->restore();
}

void SandboxProvidersTest::wholeLife()
{
    QFETCH(QString, id);
    QFETCH(bool, test);
    Life life(*m_playground, *builtInPack(id), environmentOf(test));
    QVERIFY(life.authorize());
    QCOMPARE(life.redirected.value(u"state"_s), life.wish().value(u"state"_s));
    for (const Capture &capture : life.method->callbackCaptures) {
        const QString value = life.redirected.value(capture.from);
        QVERIFY(!value.isEmpty());
        life.values.insert(capture.as, value);
    }
    const Heard issued = life.exchange();
    QCOMPARE(issued.status, 200);
    QCOMPARE(issued.text("token_type"), u"Bearer"_s);
    QCOMPARE(issued.headers.value("cache-control"), "no-store");
    const auto lifetime = life.method->lifetimes.access;
    if (lifetime)
        QCOMPARE(issued.json()["expires_in"_L1].toInteger(), qint64(lifetime->count()));
    else if (!life.method->discovers)
        QVERIFY(!issued.json().contains("expires_in"_L1));
    QVERIFY(!life.refreshToken.isEmpty());

    QCOMPARE(life.probe(life.accessToken).status, 200);
    QCOMPARE(life.probe(u"another"_s).status, 401);

    QCOMPARE(m_playground->fault(id, u"expire"_s).status, 200);
    QCOMPARE(life.probe(life.accessToken).status, 401);
    const Heard refreshed = life.refresh(life.refreshToken);
    QCOMPARE(refreshed.status, 200);
    QCOMPARE(life.probe(refreshed.text("access_token")).status, 200);

    QCOMPARE(m_playground->fault(id, u"revoke"_s).status, 200);
    QCOMPARE(life.probe(refreshed.text("access_token")).status, 401);
    const QString newest = refreshed.text("refresh_token");
    const Heard refused = life.refresh(newest.isEmpty() ? life.refreshToken : newest);
    QVERIFY(refused.status == 400 || refused.status == 401);
    QCOMPARE(refused.text("error"), u"invalid_grant"_s);

    // The way back: a new permission.
    QVERIFY(life.connectIt());
    QCOMPARE(life.probe(life.accessToken).status, 200);
}

void SandboxProvidersTest::rotationAsThePackSays()
{
    QFETCH(QString, id);
    QFETCH(bool, test);
    Life life(*m_playground, *builtInPack(id), environmentOf(test));
    QVERIFY(life.connectIt());
    const QString first = life.refreshToken;
    const Heard once = life.refresh(first);
    QCOMPARE(once.status, 200);
    const QString second = once.text("refresh_token");
    const TokenLifetimes &lifetimes = life.method->lifetimes;
    const bool rotates = lifetimes.rotates.value_or(life.method->discovers);
    if (!rotates) {
        // Known not to rotate: none comes back; not known: the same one.
        QCOMPARE(second, lifetimes.rotates ? QString() : first);
        QCOMPARE(life.refresh(first).status, 200);
        return;
    }
    QVERIFY(!second.isEmpty());
    QVERIFY(second != first);
    const Heard again = life.refresh(first);
    if (lifetimes.grace) {
        QCOMPARE(again.status, 200);
        QCOMPARE(life.refresh(again.text("refresh_token")).status, 200);
        return;
    }
    // Re-use ends everything that was issued for the permission.
    QCOMPARE(again.text("error"), u"invalid_grant"_s);
    QCOMPARE(life.refresh(second).text("error"), u"invalid_grant"_s);
    QCOMPARE(life.probe(once.text("access_token")).status, 401);
}

void SandboxProvidersTest::stateIsEchoedUntouched()
{
    Life life(*m_playground, *builtInPack(u"xero"_s));
    const QString state = u"a b+c&d=e%2F<\"'>é/?#;~"_s;
    Fields wish = life.wish();
    wish.insert(u"state"_s, state);
    const Heard redirect = life.consent(wish);
    QCOMPARE(redirect.status, 302);
    QVERIFY(redirect.headers.value("location").startsWith("http://127.0.0.1:48017/callback?"));
    QCOMPARE(redirectParameters(redirect).value(u"state"_s), state);
    wish.remove(u"state"_s);
    QVERIFY(!redirectParameters(life.consent(wish)).contains(u"state"_s));
}

void SandboxProvidersTest::decliningRedirects()
{
    Life life(*m_playground, *builtInPack(u"xero"_s));
    QVERIFY(!life.authorize({{u"decision"_s, u"decline"_s}}));
    QCOMPARE(life.redirected.value(u"error"_s), u"access_denied"_s);
    QCOMPARE(life.redirected.value(u"state"_s), life.wish().value(u"state"_s));
}

void SandboxProvidersTest::refusedRequestsGetAPage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value"); // empty: the parameter is left out
    QTest::newRow("no client") << u"client_id"_s << QString();
    QTest::newRow("no response type") << u"response_type"_s << QString();
    QTest::newRow("implicit") << u"response_type"_s << u"token"_s;
    QTest::newRow("no redirect") << u"redirect_uri"_s << QString();
    QTest::newRow("redirect with fragment") << u"redirect_uri"_s << u"http://127.0.0.1:1/#x"_s;
    QTest::newRow("no challenge") << u"code_challenge"_s << QString();
    QTest::newRow("plain challenge") << u"code_challenge_method"_s << u"plain"_s;
    QTest::newRow("no challenge method") << u"code_challenge_method"_s << QString();
    QTest::newRow("short challenge") << u"code_challenge"_s << u"abc"_s;
}

void SandboxProvidersTest::refusedRequestsGetAPage()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    Life life(*m_playground, *builtInPack(u"xero"_s));
    Fields wish = life.wish();
    wish.remove(name);
    if (!value.isEmpty())
        wish.insert(name, value);
    const QString url = life.consentAddress(wish);
    for (const Heard &heard :
         {m_playground->get(url), m_playground->postForm(url, {{u"decision"_s, u"allow"_s}})}) {
        QCOMPARE(heard.status, 400);
        QVERIFY(heard.headers.value("content-type").startsWith("text/html"));
        QVERIFY(!heard.headers.contains("location"));
    }
    const Heard twice = m_playground->get(life.consentAddress(life.wish()) + u"&client_id=other"_s);
    QCOMPARE(twice.status, 400);
}

void SandboxProvidersTest::nothingButLoopbackIsRedirectedTo_data()
{
    QTest::addColumn<QString>("redirectUri");
    QTest::newRow("alias") << u"Shop_Ltd-ShopLtd-Relink-abcdefg"_s;
    QTest::newRow("web site") << u"https://shop.example/callback"_s;
    QTest::newRow("loopback in the user name") << u"http://127.0.0.1@evil.example/"_s;
    QTest::newRow("loopback as a subdomain") << u"http://127.0.0.1.evil.example/"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s;
}

void SandboxProvidersTest::nothingButLoopbackIsRedirectedTo()
{
    QFETCH(QString, redirectUri);
    Life life(*m_playground, *builtInPack(u"ebay"_s));
    life.redirectUri = redirectUri;
    const Heard redirect = life.consent(life.wish());
    QCOMPARE(redirect.status, 302);
    const QByteArray location = redirect.headers.value("location");
    QVERIFY2(location.startsWith(QString(m_playground->origin() + u"/ebay/accepted?"_s).toUtf8()), location);
    const Heard page = m_playground->get(QString::fromUtf8(location));
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("Copy this page's address into Relink"));
    life.redirected = redirectParameters(redirect);
    QCOMPARE(life.exchange().status, 200);
}

void SandboxProvidersTest::wrongVerifierIsRefused()
{
    Life life(*m_playground, *builtInPack(u"xero"_s));
    const QString other = u"XvkLR4XIl4DbkFz3RLEZUBStp8yIjvF8UtfRv0nkK8DqmrBtWvHmEuyBL2enyLF9"_s;
    for (const QString &wrong :
         {other, QString(), u"short"_s, QString(life.wish().value(u"code_challenge"_s))}) {
        QVERIFY(life.authorize());
        const Heard refused = life.exchange({{u"code_verifier"_s, wrong}});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("error"), u"invalid_grant"_s);
        // And no second try with the right one.
        QCOMPARE(life.exchange().text("error"), u"invalid_grant"_s);
    }
}

void SandboxProvidersTest::codeIsUsedOnce()
{
    Life life(*m_playground, *builtInPack(u"xero"_s));
    QVERIFY(life.connectIt());
    QCOMPARE(life.probe(life.accessToken).status, 200);
    QCOMPARE(life.exchange().text("error"), u"invalid_grant"_s);
    // RFC 6749 4.1.2: what the code brought is withdrawn.
    QCOMPARE(life.probe(life.accessToken).status, 401);
}

void SandboxProvidersTest::exchangeIsHeldToTheRequest()
{
    Life life(*m_playground, *builtInPack(u"xero"_s));
    QVERIFY(life.authorize());
    QCOMPARE(
        life.exchange({{u"redirect_uri"_s, u"http://127.0.0.1:48018/callback"_s}}).text("error"),
        u"invalid_grant"_s);
    QVERIFY(life.authorize());
    QCOMPARE(life.exchange({{u"grant_type"_s, u"password"_s}}).text("error"),
             u"unsupported_grant_type"_s);
    QCOMPARE(life.exchange({{u"code"_s, u"invented"_s}}).text("error"), u"invalid_grant"_s);
    // A code of one provider is none of another's.
    Life ebay(*m_playground, *builtInPack(u"ebay"_s));
    ebay.redirected = life.redirected;
    QCOMPARE(ebay.exchange().text("error"), u"invalid_grant"_s);
    const QString token = life.address(life.method->tokenEndpoint);
    QCOMPARE(m_playground->get(token).status, 405);
    QCOMPARE(m_playground->postForm(token + u"?client_secret=practice-secret"_s, {}).status, 400);
    QCOMPARE(m_playground->postJson(token, {}).status, 400);
}

void SandboxProvidersTest::clientsAreChecked_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<Fields>("more");
    QTest::addColumn<bool>("taken");
    const auto basic = [](const QByteArray &pair) { return "Basic " + pair.toBase64(); };
    const QByteArray none;
    QTest::newRow("basic") << u"xero"_s << basic("any:practice-secret") << Fields() << true;
    QTest::newRow("basic, form-encoded")
        << u"xero"_s << basic("any:%70ractice%2Dsecret") << Fields() << true;
    QTest::newRow("public") << u"xero"_s << none << Fields {{u"client_id"_s, u"any"_s}} << true;
    QTest::newRow("wrong secret") << u"xero"_s << basic("any:guess") << Fields() << false;
    QTest::newRow("no colon") << u"xero"_s << basic("any") << Fields() << false;
    QTest::newRow("not base64") << u"xero"_s << QByteArray("Basic ***") << Fields() << false;
    QTest::newRow("both ways") << u"xero"_s << basic("any:practice-secret")
                               << Fields {{u"client_secret"_s, u"practice-secret"_s}} << false;
    QTest::newRow("body where basic is due")
        << u"ebay"_s << none
        << Fields {{u"client_id"_s, u"any"_s}, {u"client_secret"_s, u"practice-secret"_s}} << false;
    QTest::newRow("no secret where one is due")
        << u"ebay"_s << none << Fields {{u"client_id"_s, u"any"_s}} << false;
    QTest::newRow("body") << u"shopify"_s << none
                          << Fields {{u"client_id"_s, u"any"_s},
                                     {u"client_secret"_s, u"practice-secret"_s}}
                          << true;
    QTest::newRow("basic where the body is due")
        << u"shopify"_s << basic("any:practice-secret") << Fields() << false;
    QTest::newRow("nobody") << u"xero"_s << none << Fields() << false;
}

void SandboxProvidersTest::clientsAreChecked()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, authorization);
    QFETCH(Fields, more);
    QFETCH(bool, taken);
    Life life(*m_playground, *builtInPack(id));
    Fields fields {{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, u"unknown"_s}};
    fields.insert(more);
    QMap<QByteArray, QByteArray> headers;
    if (!authorization.isEmpty())
        headers.insert("Authorization", authorization);
    const Heard heard
        = m_playground->postForm(life.address(life.method->tokenEndpoint), fields, headers);
    // A client that is taken gets as far as its refresh token, which is unknown.
    QCOMPARE(heard.text("error"), taken ? u"invalid_grant"_s : u"invalid_client"_s);
    if (!taken) {
        QCOMPARE(heard.status, 401);
        QCOMPARE(heard.headers.contains("www-authenticate"), authorization.startsWith("Basic"));
    }
}

void SandboxProvidersTest::signedRedirectIsVerifiedByRelink()
{
    const ProviderPack pack
        = mapToSandbox(*builtInPack(u"shopify"_s), QUrl(m_playground->origin()));
    Life life(*m_playground, *builtInPack(u"shopify"_s));
    QVERIFY(life.authorize());
    Connection connection;
    connection.provider = pack.id;
    connection.authMethod = u"oauth2"_s;
    connection.inputs = {{u"client_id"_s, u"practice-client"_s}, {u"shop"_s, u"my-store"_s}};
    const auto resolved = resolveProvider(pack, connection);
    QVERIFY(resolved.ok());
    Credential secrets;
    secrets.inputs.insert(u"client_secret"_s, SecretBytes("practice-secret"));
    AuthorizationGrant grant;
    grant.parameters = life.redirected;
    grant.code = AuthorizationCode(grant.parameters.take(u"code"_s).toUtf8());
    grant.state = grant.parameters.take(u"state"_s);
    QVERIFY(callbackCaptures(*resolved, secrets, grant).ok());
    grant.parameters.insert(u"shop"_s, u"other-store.myshopify.com"_s);
    QVERIFY(!callbackCaptures(*resolved, secrets, grant).ok());
}

void SandboxProvidersTest::mappingLeadsHere()
{
    QFETCH(QString, id);
    QFETCH(bool, test);
    const ProviderPack &original = *builtInPack(id);
    if (original.authMethods.first().discovers)
        QSKIP("addresses that are discovered are not mapped");
    const ProviderPack pack = mapToSandbox(original, QUrl(m_playground->origin()));
    Connection connection;
    connection.provider = id;
    connection.environment = environmentOf(test);
    connection.inputs = {{u"client_id"_s, u"practice-client"_s},
                         {u"shop"_s, u"my-store"_s},
                         {u"ru_name"_s, u"Shop-Relink"_s},
                         {u"redirect_uri"_s, u"https://shop.example/callback"_s}};
    connection.captures = {{u"realmId"_s, u"9341453474480001"_s}};
    const auto resolved = resolveProvider(pack, connection);
    QVERIFY2(resolved.ok(), resolved.ok() ? "" : qPrintable(resolved.error().description));
    // Each address of Relink's is known to the sandbox as what it is.
    m_playground->send("DELETE", u"/_sandbox/log"_s);
    const Endpoints &endpoints = resolved->endpoints;
    QCOMPARE(m_playground->get(endpoints.authorization.toString()).status, 400);
    QCOMPARE(m_playground->log(u"authorization"_s).size(), 1);
    QCOMPARE(m_playground->postForm(endpoints.token.toString(), {}).text("error"),
             u"invalid_client"_s);
    QCOMPARE(m_playground->log(u"token"_s).size(), 1);
    if (!endpoints.probe.isEmpty()) {
        QCOMPARE(m_playground->get(endpoints.probe.toString()).status, 401);
        QCOMPARE(m_playground->log(u"probe"_s).size(), 1);
    }
    if (!endpoints.revocation.isEmpty()) {
        m_playground->get(endpoints.revocation.toString());
        QCOMPARE(m_playground->log(u"revocation"_s).size(), 1);
    }
}

void SandboxProvidersTest::organisationsCanBeChosen()
{
    const ProviderPack &pack = *builtInPack(u"xero"_s);
    Life life(*m_playground, pack);
    const auto reached = [&] {
        const Heard heard = life.probe(life.accessToken);
        HttpAnswer answer {heard.status, {{"Content-Type", "application/json"}}, heard.body};
        QStringList names;
        for (const Organisation &o : judgeProbe(pack, Connection(), answer).organisations)
            names.append(o.name);
        return names;
    };
    QVERIFY(life.connectIt());
    QCOMPARE(reached(), QStringList({u"Harbour Outdoor Ltd"_s}));
    QVERIFY(
        life.authorize({{u"decision"_s, u"allow"_s}, {u"organisation"_s, u"harbour-crafts"_s}}));
    QCOMPARE(life.exchange().status, 200);
    QCOMPARE(reached(), QStringList({u"Harbour Crafts Ltd"_s}));
    QVERIFY(life.authorize({{u"decision"_s, u"allow"_s}, {u"organisation"_s, u"both"_s}}));
    QCOMPARE(life.exchange().status, 200);
    QCOMPARE(reached(), QStringList({u"Harbour Outdoor Ltd"_s, u"Harbour Crafts Ltd"_s}));
    m_playground->fault(u"xero"_s, u"disconnect-organisation"_s);
    QCOMPARE(reached(), QStringList());
    m_playground->restore();
    QCOMPARE(reached().size(), 2);
}

void SandboxProvidersTest::anotherPersonIsAnotherAccount()
{
    for (const QString &id : {u"ebay"_s, u"generic_oauth2"_s}) {
        const ProviderPack &pack = *builtInPack(id);
        Life life(*m_playground, pack);
        const auto identity = [&] {
            const Heard heard = life.probe(life.accessToken);
            HttpAnswer answer {heard.status, {{"Content-Type", "application/json"}}, heard.body};
            return judgeProbe(pack, Connection(), answer).identity;
        };
        QVERIFY(life.connectIt());
        const QString alex = identity();
        QVERIFY(!alex.isEmpty());
        QVERIFY(life.connectIt());
        QCOMPARE(identity(), alex);
        QVERIFY(life.authorize({{u"decision"_s, u"allow"_s}, {u"person"_s, u"sam"_s}}));
        QCOMPARE(life.exchange().status, 200);
        QVERIFY(!identity().isEmpty());
        QVERIFY(identity() != alex);
    }
}

void SandboxProvidersTest::environmentsAreApart()
{
    Life production(*m_playground, *builtInPack(u"ebay"_s), Environment::Production);
    Life test(*m_playground, *builtInPack(u"ebay"_s), Environment::Test);
    QVERIFY(production.connectIt());
    QVERIFY(test.connectIt());
    QCOMPARE(production.probe(production.accessToken).status, 200);
    QCOMPARE(test.probe(test.accessToken).status, 200);
    QCOMPARE(production.probe(test.accessToken).status, 401);
    QCOMPARE(test.probe(production.accessToken).status, 401);
    QCOMPARE(test.refresh(production.refreshToken).text("error"), u"invalid_grant"_s);
    QCOMPARE(production.refresh(production.refreshToken).status, 200);
}

void SandboxProvidersTest::sharedSignInIsBoundByItsFirstCall()
{
    Life production(*m_playground, *builtInPack(u"quickbooks_online"_s), Environment::Production);
    QVERIFY(production.connectIt());
    Life test(*m_playground, *builtInPack(u"quickbooks_online"_s), Environment::Test);
    test.values = production.values;
    QCOMPARE(test.probe(production.accessToken).status, 200);
    const Heard refused = production.probe(production.accessToken);
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.body.contains("003100"));
    // Another company than the one that was authorised.
    test.values.insert(u"realmId"_s, u"1234567890123"_s);
    QCOMPARE(test.probe(production.accessToken).status, 403);
}

void SandboxProvidersTest::revokesAsRfc7009()
{
    Life life(*m_playground, *builtInPack(u"xero"_s));
    QVERIFY(life.connectIt());
    const QString url = life.address(life.pack.revocation.endpoint);
    const Fields client {{u"client_id"_s, u"practice-client"_s}};
    const auto revoke = [&](const QString &token) {
        Fields fields = client;
        fields.insert(u"token"_s, token);
        return m_playground->postForm(url, fields).status;
    };
    QCOMPARE(m_playground->postForm(url, {{u"token"_s, life.refreshToken}}).status, 401);
    QCOMPARE(m_playground->postForm(url, client).status, 400);
    QCOMPARE(revoke(u"unknown"_s), 200);
    QCOMPARE(life.probe(life.accessToken).status, 200);
    QCOMPARE(revoke(life.accessToken), 200);
    QCOMPARE(life.probe(life.accessToken).status, 401);
    const Heard fresh = life.refresh(life.refreshToken);
    QCOMPARE(fresh.status, 200);
    QCOMPARE(revoke(fresh.text("refresh_token")), 200);
    QCOMPARE(life.probe(fresh.text("access_token")).status, 401);
    QCOMPARE(life.refresh(fresh.text("refresh_token")).text("error"), u"invalid_grant"_s);
}

void SandboxProvidersTest::revokesByJson()
{
    Life life(*m_playground, *builtInPack(u"quickbooks_online"_s));
    QVERIFY(life.connectIt());
    const QString url = life.address(life.pack.revocation.endpoint);
    const QMap<QByteArray, QByteArray> client {
        {"Authorization", "Basic " + QByteArray("practice-client:practice-secret").toBase64()}};
    QCOMPARE(m_playground->postForm(url, {{u"token"_s, life.refreshToken}}, client).status, 400);
    QCOMPARE(m_playground->postJson(url, {{u"token"_s, life.refreshToken}}, client).status, 200);
    QCOMPARE(life.probe(life.accessToken).status, 401);
}

void SandboxProvidersTest::revokesByDelete()
{
    Life life(*m_playground, *builtInPack(u"shopify"_s));
    QVERIFY(life.connectIt());
    const QString url = life.address(life.pack.revocation.endpoint);
    QCOMPARE(m_playground->send("DELETE", url).status, 401);
    QCOMPARE(life.probe(life.accessToken).status, 200);
    QCOMPARE(
        m_playground->send("DELETE", url, {{"X-Shopify-Access-Token", life.accessToken.toUtf8()}})
            .status,
        200);
    QCOMPARE(life.probe(life.accessToken).status, 401);
    QCOMPARE(life.refresh(life.refreshToken).text("error"), u"invalid_grant"_s);
}

void SandboxProvidersTest::keyLogin()
{
    const QString login = u"/mintsoft/api.mintsoft.co.uk/api/Auth"_s;
    const QString orders = u"/mintsoft/api.mintsoft.co.uk/api/Order/Search"_s;
    const QJsonObject right {{u"UserName"_s, u"practice"_s},
                             {u"Password"_s, u"practice-password"_s}};
    const auto key = [&] {
        const QByteArray body = m_playground->postJson(login, right).body;
        return QJsonDocument::fromJson("[" + body + "]").array().first().toString().toUtf8();
    };
    const QByteArray first = key();
    QVERIFY(!first.isEmpty());
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", first}}).status, 200);
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", first + " "}}).status,
             200); // trimmed by HTTP
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", "guess"}}).status, 401);
    QCOMPARE(m_playground->get(orders).status, 401);

    QJsonObject wrong = right;
    wrong.insert(u"Password"_s, u"practice-password "_s);
    QCOMPARE(m_playground->postJson(login, wrong).status, 401);
    wrong = right;
    wrong.insert(u"UserName"_s, u"somebody"_s);
    QCOMPARE(m_playground->postJson(login, wrong).status, 401);
    QCOMPARE(m_playground->postJson(login, {}).status, 401);

    // A key that ends is replaced by logging in again.
    m_playground->fault(u"mintsoft"_s, u"expire"_s);
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", first}}).status, 401);
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", key()}}).status, 200);
    // An account that is gone is not.
    m_playground->fault(u"mintsoft"_s, u"revoke"_s);
    QCOMPARE(m_playground->postJson(login, right).status, 401);
}

void SandboxProvidersTest::oldWaysOfKeysAreRefused()
{
    const QByteArray words = "deprecated API Authentication method"; // MIN-70
    const QString host = u"/mintsoft/api.mintsoft.co.uk"_s;
    for (const Heard &heard :
         {m_playground->get(host + u"/api/Auth?UserName=practice&Password=practice-password"_s),
          m_playground->get(host + u"/api/Order/Search?APIKey=practice-key"_s),
          m_playground->get(host + u"/api/Order/Search?ms-apikey=practice-key"_s)}) {
        QCOMPARE(heard.status, 401);
        QVERIFY2(heard.body.contains(words), heard.body);
    }
    QVERIFY(!m_playground->get(host + u"/api/Order/Search"_s).body.contains(words));
}

void SandboxProvidersTest::keysWithoutLogin()
{
    const QString orders = u"/mintsoft/api.mintsoft.co.uk/api/Order/Search"_s;
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", "practice-key"}}).status, 200);
    m_playground->fault(u"mintsoft"_s, u"expire"_s);
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", "practice-key"}}).status, 401);
    m_playground->restore();
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", "practice-key"}}).status, 200);
    const QString shop = u"/shopify/my-store.myshopify.com/admin/api/2026-07/shop.json"_s;
    const Heard heard = m_playground->get(shop, {{"X-Shopify-Access-Token", "practice-key"}});
    QCOMPARE(heard.status, 200);
    const QJsonObject answer = heard.json()["shop"_L1].toObject();
    QCOMPARE(answer["myshopify_domain"_L1].toString(), u"my-store.myshopify.com"_s);
    QCOMPARE(answer["name"_L1].toString(), u"Harbour Outdoor Ltd"_s);
}

void SandboxProvidersTest::metadata()
{
    const QString issuer = m_playground->origin() + u"/generic_oauth2"_s;
    for (const QString &path : {u"/generic_oauth2/.well-known/openid-configuration"_s,
                                u"/.well-known/oauth-authorization-server/generic_oauth2"_s}) {
        const Heard heard = m_playground->get(path);
        QCOMPARE(heard.status, 200);
        QCOMPARE(heard.text("issuer"), issuer);
        QCOMPARE(heard.text("token_endpoint"), issuer + u"/token"_s);
        QCOMPARE(heard.text("userinfo_endpoint"), issuer + u"/userinfo"_s);
    }
    QCOMPARE(m_playground->get(u"/xero/.well-known/openid-configuration"_s).status, 404);
}

RELINK_TEST(SandboxProvidersTest)

#include "testproviders.moc"
