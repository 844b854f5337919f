// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/builtinpacks.h"
#include "sandbox/playground.h"
#include "support/testmain.h"

#include "core/rules/calls.h"
#include "core/rules/practicemapping.h"
#include "core/rules/resolve.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class SandboxAuthorizeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void stateIsEchoedUntouched();
    void decliningRedirects();
    void refusedRequestsGetAPage_data();
    void refusedRequestsGetAPage();
    void nothingButLoopbackIsRedirectedTo_data();
    void nothingButLoopbackIsRedirectedTo();
    void signedRedirectIsVerifiedByRelink();
    void metadata();

private:
    std::unique_ptr<Playground> m_playground;
};

void SandboxAuthorizeTest::initTestCase()
{
    m_playground = std::make_unique<Playground>();
    QVERIFY(m_playground->isRunning());
    QVERIFY(builtInPack(u"xero"_s));
}

void SandboxAuthorizeTest::cleanup()
{
    m_playground->restore();
}

void SandboxAuthorizeTest::stateIsEchoedUntouched()
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

void SandboxAuthorizeTest::decliningRedirects()
{
    Life life(*m_playground, *builtInPack(u"xero"_s));
    QVERIFY(!life.authorize({{u"decision"_s, u"decline"_s}}));
    QCOMPARE(life.redirected.value(u"error"_s), u"access_denied"_s);
    QCOMPARE(life.redirected.value(u"state"_s), life.wish().value(u"state"_s));
}

void SandboxAuthorizeTest::refusedRequestsGetAPage_data()
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

void SandboxAuthorizeTest::refusedRequestsGetAPage()
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

void SandboxAuthorizeTest::nothingButLoopbackIsRedirectedTo_data()
{
    QTest::addColumn<QString>("redirectUri");
    QTest::newRow("alias") << u"Shop_Ltd-ShopLtd-Relink-abcdefg"_s;
    QTest::newRow("web site") << u"https://shop.example/callback"_s;
    QTest::newRow("loopback in the user name") << u"http://127.0.0.1@evil.example/"_s;
    QTest::newRow("loopback as a subdomain") << u"http://127.0.0.1.evil.example/"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s;
}

void SandboxAuthorizeTest::nothingButLoopbackIsRedirectedTo()
{
    QFETCH(QString, redirectUri);
    Life life(*m_playground, *builtInPack(u"ebay"_s));
    life.redirectUri = redirectUri;
    const Heard redirect = life.consent(life.wish());
    QCOMPARE(redirect.status, 302);
    const QByteArray location = redirect.headers.value("location");
    QVERIFY2(location.startsWith(QString(m_playground->origin() + u"/ebay/accepted?"_s).toUtf8()),
             location);
    const Heard page = m_playground->get(QString::fromUtf8(location));
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("Copy this page's address into Relink"));
    life.redirected = redirectParameters(redirect);
    QCOMPARE(life.exchange().status, 200);
}

void SandboxAuthorizeTest::signedRedirectIsVerifiedByRelink()
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

void SandboxAuthorizeTest::metadata()
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

RELINK_TEST(SandboxAuthorizeTest)

#include "testauthorize.moc"
