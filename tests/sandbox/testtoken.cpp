// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/builtinpacks.h"
#include "sandbox/playground.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class SandboxTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void wrongVerifierIsRefused();
    void codeIsUsedOnce();
    void exchangeIsHeldToTheRequest();
    void clientsAreChecked_data();
    void clientsAreChecked();
    void revokesAsRfc7009();
    void revokesByJson();
    void revokesByDelete();

private:
    std::unique_ptr<Playground> m_playground;
};

void SandboxTokenTest::initTestCase()
{
    m_playground = std::make_unique<Playground>();
    QVERIFY(m_playground->isRunning());
    QVERIFY(builtInPack(u"xero"_s));
}

void SandboxTokenTest::cleanup()
{
    m_playground->restore();
}

void SandboxTokenTest::wrongVerifierIsRefused()
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

void SandboxTokenTest::codeIsUsedOnce()
{
    Life life(*m_playground, *builtInPack(u"xero"_s));
    QVERIFY(life.connectIt());
    QCOMPARE(life.probe(life.accessToken).status, 200);
    QCOMPARE(life.exchange().text("error"), u"invalid_grant"_s);
    // RFC 6749 4.1.2: what the code brought is withdrawn.
    QCOMPARE(life.probe(life.accessToken).status, 401);
}

void SandboxTokenTest::exchangeIsHeldToTheRequest()
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

void SandboxTokenTest::clientsAreChecked_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<Fields>("more");
    QTest::addColumn<bool>("taken");
    const auto basic
        = [](const QByteArray &pair) -> QByteArray { return "Basic " + pair.toBase64(); };
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

void SandboxTokenTest::clientsAreChecked()
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
    // A client that is taken gets as far as its refresh token, which is unknown. One provider
    // has a word of its own for the other case.
    const QString error = heard.text("error");
    QVERIFY2(taken ? error == "invalid_grant"_L1
                   : error == "invalid_client"_L1 || error == "unauthorized_client"_L1,
             qPrintable(error));
    if (!taken) {
        QCOMPARE(heard.status, 401);
        QCOMPARE(heard.headers.contains("www-authenticate"), authorization.startsWith("Basic"));
    }
}

void SandboxTokenTest::revokesAsRfc7009()
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

void SandboxTokenTest::revokesByJson()
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

void SandboxTokenTest::revokesByDelete()
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

RELINK_TEST(SandboxTokenTest)

#include "testtoken.moc"
