// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/builtinpacks.h"
#include "sandbox/playground.h"
#include "support/testmain.h"

#include <QJsonArray>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class SandboxKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void keyLogin();
    void aPasswordReachesItsEnd();
    void aWithdrawnKeyIsReplacedByANewOne();
    void oldWaysOfKeysAreRefused();
    void keysWithoutLogin();

private:
    std::unique_ptr<Playground> m_playground;
};

void SandboxKeysTest::initTestCase()
{
    m_playground = std::make_unique<Playground>();
    QVERIFY(m_playground->isRunning());
    QVERIFY(builtInPack(u"xero"_s));
}

void SandboxKeysTest::cleanup()
{
    m_playground->restore();
}

void SandboxKeysTest::keyLogin()
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
    // Withdrawn, the key is dead; the person may sign in for another.
    const QByteArray second = key();
    m_playground->fault(u"mintsoft"_s, u"revoke"_s);
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", second}}).status, 401);
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", key()}}).status, 200);
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", second}}).status, 401);
}

void SandboxKeysTest::aPasswordReachesItsEnd()
{
    const QString login = u"/mintsoft/api.mintsoft.co.uk/api/Auth"_s;
    const auto signIn = [&](const QString &password) {
        return m_playground
            ->postJson(login, {{u"UserName"_s, u"practice"_s}, {u"Password"_s, password}})
            .status;
    };
    QCOMPARE(signIn(u"practice-password"_s), 200);
    m_playground->fault(u"mintsoft"_s, u"hard_expire"_s);
    QCOMPARE(signIn(u"practice-password"_s), 401);
    QVERIFY(m_playground->get(u"/"_s).body.contains("<code>practice-password-2</code>"));
    QCOMPARE(signIn(u"practice-password-2"_s), 200);
    QCOMPARE(signIn(u"practice-passwords"_s), 401);
    m_playground->restore();
    QCOMPARE(signIn(u"practice-password"_s), 200);
}

void SandboxKeysTest::aWithdrawnKeyIsReplacedByANewOne()
{
    const QString orders = u"/mintsoft/api.mintsoft.co.uk/api/Order/Search"_s;
    const auto status = [&](const QByteArray &key) {
        return m_playground->get(orders, {{"ms-apikey", key}}).status;
    };
    QCOMPARE(status("practice-key"), 200);
    m_playground->fault(u"mintsoft"_s, u"revoke"_s);
    QCOMPARE(status("practice-key"), 401);
    QVERIFY(m_playground->get(u"/"_s).body.contains("<code>practice-key-2</code>"));
    QCOMPARE(status("practice-key-2"), 200);
    QCOMPARE(status("practice-key"), 401);
    QCOMPARE(status("practice-keys"), 401);
    QCOMPARE(status("practice-key-"), 401);
    m_playground->restore();
    QCOMPARE(status("practice-key"), 200);
}

void SandboxKeysTest::oldWaysOfKeysAreRefused()
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

void SandboxKeysTest::keysWithoutLogin()
{
    const QString orders = u"/mintsoft/api.mintsoft.co.uk/api/Order/Search"_s;
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", "practice-key"}}).status, 200);
    m_playground->fault(u"mintsoft"_s, u"expire"_s);
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", "practice-key"}}).status, 401);
    m_playground->restore();
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", "practice-key"}}).status, 200);
    const QString shop = u"/shopify/my-store.myshopify.com/admin/api/2026-07/shop.json"_s;
    // Keys that have a form of their own.
    QCOMPARE(m_playground->get(shop, {{"X-Shopify-Access-Token", "practice-key"}}).status, 401);
    const QByteArray key = "shpat_" + QByteArray("0123456789abcdef").repeated(2);
    const Heard heard = m_playground->get(shop, {{"X-Shopify-Access-Token", key}});
    QCOMPARE(heard.status, 200);
    const QJsonObject answer = heard.json()["shop"_L1].toObject();
    QCOMPARE(answer["myshopify_domain"_L1].toString(), u"my-store.myshopify.com"_s);
    QCOMPARE(answer["name"_L1].toString(), u"Harbour Outdoor Ltd"_s);
}

RELINK_TEST(SandboxKeysTest)

#include "testkeys.moc"
