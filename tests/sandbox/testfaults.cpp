// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/builtinpacks.h"
#include "sandbox/playground.h"
#include "support/testmain.h"

#include "core/rules/classify.h"
#include "core/rules/probeverdict.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QLocale>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class SandboxFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void badRequestsAreExplained_data();
    void badRequestsAreExplained();
    void listsAndClears();
    void hyphensAreTaken_data();
    void hyphensAreTaken();
    void strikesAsOftenAsAsked();
    void otherProvidersAreLeftAlone();
    void expire();
    void revoke();
    void hardExpire();
    void removePermission_data();
    void removePermission();
    void restrictPlan();
    void outage();
    void rateLimit();
    void loseAnswer();
    void wrongEnvironment();
    void deprecatedMethod();
    void closes();
    void slow();
    void captivePortal();
    void redirect();
    void clock();
    void disconnectOrganisation();
    void restoreLeavesRealEndsAlone();
    void signInPageStaysReachable();
    void logCountsAndKeepsNoSecrets();

private:
    std::unique_ptr<Playground> m_playground;
    std::unique_ptr<Life> m_life; //!< connected
    QString m_id = QStringLiteral("xero");
};

void SandboxFaultsTest::initTestCase()
{
    m_playground = std::make_unique<Playground>();
    QVERIFY(m_playground->isRunning());
}

void SandboxFaultsTest::init()
{
    m_playground->restore();
    m_life = std::make_unique<Life>(*m_playground, *builtInPack(m_id));
    QVERIFY(m_life->connectIt());
    QCOMPARE(m_life->probe(m_life->accessToken).status, 200);
}

void SandboxFaultsTest::badRequestsAreExplained_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words"); // in the explanation
    QTest::newRow("empty") << QByteArray() << QByteArray("not JSON");
    QTest::newRow("not JSON") << QByteArray("{\"provider\":") << QByteArray("not JSON");
    QTest::newRow("a list") << QByteArray("[]") << QByteArray("object");
    QTest::newRow("nothing in it") << QByteArray("{}") << QByteArray("provider");
    QTest::newRow("unknown provider")
        << QByteArray(R"({"provider":"acme","fault":"revoke"})") << QByteArray("xero");
    QTest::newRow("unknown fault")
        << QByteArray(R"({"provider":"xero","fault":"explode"})") << QByteArray("hard_expire");
    QTest::newRow("unknown key") << QByteArray(R"({"provider":"xero","fault":"revoke","time":1})")
                                 << QByteArray("time");
    QTest::newRow("no times") << QByteArray(R"({"provider":"xero","fault":"outage","times":0})")
                              << QByteArray("times");
    QTest::newRow("times a text") << QByteArray(
        R"({"provider":"xero","fault":"outage","times":"many"})")
                                  << QByteArray("times");
    QTest::newRow("half a time") << QByteArray(
        R"({"provider":"xero","fault":"outage","times":1.5})")
                                 << QByteArray("times");
    QTest::newRow("redirect to nowhere")
        << QByteArray(R"({"provider":"xero","fault":"redirect"})") << QByteArray("\\\"to\\\"");
    QTest::newRow("redirect to a file")
        << QByteArray(R"({"provider":"xero","fault":"redirect","to":"file:///etc/passwd"})")
        << QByteArray("http");
    QTest::newRow("slow for ever")
        << QByteArray(R"({"provider":"xero","fault":"slow","seconds":99999})")
        << QByteArray("seconds");
}

void SandboxFaultsTest::badRequestsAreExplained()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    const Heard heard = m_playground->send("POST", u"/_sandbox/faults"_s,
                                           {{"Content-Type", "application/json"}}, body);
    QCOMPARE(heard.status, 400);
    QVERIFY2(heard.body.contains(words), heard.body);
    QVERIFY(!heard.text("error").isEmpty());
    QVERIFY(m_playground->get(u"/_sandbox/faults"_s).json()["faults"_L1].toArray().isEmpty());
}

void SandboxFaultsTest::listsAndClears()
{
    QCOMPARE(m_playground->fault(m_id, u"outage"_s, 3).status, 200);
    QCOMPARE(m_playground->fault(m_id, u"outage"_s, 2).status, 200); // replaces the first
    QCOMPARE(m_playground->fault(u"ebay"_s, u"clock"_s).status, 200);
    const QJsonArray faults
        = m_playground->get(u"/_sandbox/faults"_s).json()["faults"_L1].toArray();
    QCOMPARE(faults.size(), 2);
    QCOMPARE(faults.at(0)["provider"_L1].toString(), m_id);
    QCOMPARE(faults.at(0)["fault"_L1].toString(), u"outage"_s);
    QCOMPARE(faults.at(0)["times"_L1].toInt(), 2);
    QVERIFY(faults.at(1)["times"_L1].isUndefined());
    QCOMPARE(m_playground->send("DELETE", u"/_sandbox/faults"_s).status, 200);
    QVERIFY(m_playground->get(u"/_sandbox/faults"_s).json()["faults"_L1].toArray().isEmpty());
    QCOMPARE(m_life->probe(m_life->accessToken).status, 200);
    QCOMPARE(m_playground->send("PUT", u"/_sandbox/faults"_s).status, 405);
}

void SandboxFaultsTest::hyphensAreTaken_data()
{
    QTest::addColumn<QString>("name");
    const QJsonArray known = m_playground->get(u"/_sandbox/faults"_s).json()["known"_L1].toArray();
    QCOMPARE(known.size(), 16);
    for (const QJsonValue &value : known) {
        const QString name = value.toString();
        QTest::addRow("%s", qPrintable(name)) << name;
    }
}

void SandboxFaultsTest::hyphensAreTaken()
{
    QFETCH(QString, name);
    const QJsonObject more
        = name == "redirect"_L1 ? QJsonObject {{u"to"_s, u"http://127.0.0.1:1/"_s}} : QJsonObject();
    for (const QString &spelling : {name, QString(name).replace(u'_', u'-')}) {
        const Heard heard = m_playground->fault(m_id, spelling, 1, more);
        QCOMPARE(heard.status, 200);
        QCOMPARE(heard.text("fault"), name);
    }
}

void SandboxFaultsTest::strikesAsOftenAsAsked()
{
    m_playground->fault(m_id, u"outage"_s, 2);
    QCOMPARE(m_life->probe(m_life->accessToken).status, 503);
    QCOMPARE(m_life->probe(m_life->accessToken).status, 503);
    QCOMPARE(m_life->probe(m_life->accessToken).status, 200);
    m_playground->fault(m_id, u"outage"_s);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(m_life->probe(m_life->accessToken).status, 503);
}

void SandboxFaultsTest::otherProvidersAreLeftAlone()
{
    Life other(*m_playground, *builtInPack(u"ebay"_s));
    QVERIFY(other.connectIt());
    m_playground->fault(m_id, u"outage"_s);
    m_playground->fault(m_id, u"revoke"_s);
    QCOMPARE(other.probe(other.accessToken).status, 200);
}

void SandboxFaultsTest::expire()
{
    const Heard heard = m_playground->fault(m_id, u"expire"_s);
    QVERIFY(heard.json()["grants"_L1].toInt() >= 1);
    const Heard refused = m_life->probe(m_life->accessToken);
    QCOMPARE(refused.status, 401);
    QVERIFY2(refused.body.contains("TokenExpired"), refused.body); // Xero's own words
    const Heard refreshed = m_life->refresh(m_life->refreshToken);
    QCOMPARE(m_life->probe(refreshed.text("access_token")).status, 200);
    // Where a pack knows no words, RFC 6750 has some.
    Life ebay(*m_playground, *builtInPack(u"ebay"_s));
    QVERIFY(ebay.connectIt());
    m_playground->fault(u"ebay"_s, u"expire"_s);
    const Heard standard = ebay.probe(ebay.accessToken);
    QCOMPARE(standard.status, 401);
    QVERIFY(standard.headers.value("www-authenticate").contains("error=\"invalid_token\""));
}

void SandboxFaultsTest::revoke()
{
    m_playground->fault(m_id, u"revoke"_s);
    const Heard refused = m_life->probe(m_life->accessToken);
    QCOMPARE(refused.status, 401);
    QVERIFY2(refused.body.contains("AuthenticationUnsuccessful"), refused.body);
    const Heard dead = m_life->refresh(m_life->refreshToken);
    QCOMPARE(dead.status, 400);
    QCOMPARE(dead.text("error"), u"invalid_grant"_s);
    // A new permission works at once.
    QVERIFY(m_life->connectIt());
    QCOMPARE(m_life->probe(m_life->accessToken).status, 200);
}

void SandboxFaultsTest::hardExpire()
{
    Life ebay(*m_playground, *builtInPack(u"ebay"_s));
    QVERIFY(ebay.connectIt());
    m_playground->fault(u"ebay"_s, u"hard-expire"_s);
    const Heard refused = ebay.probe(ebay.accessToken);
    QCOMPARE(refused.status, 401);
    QVERIFY2(refused.body.contains("hard expired"), refused.body);
    QCOMPARE(ebay.refresh(ebay.refreshToken).text("error"), u"invalid_grant"_s);
}

void SandboxFaultsTest::removePermission_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("own words") << u"shopify"_s << QByteArray("User does not have access");
    QTest::newRow("standard words") << u"ebay"_s << QByteArray("insufficient_scope");
}

void SandboxFaultsTest::removePermission()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, words);
    Life life(*m_playground, *builtInPack(id));
    QVERIFY(life.connectIt());
    m_playground->fault(id, u"remove_permission"_s);
    const Heard refused = life.probe(life.accessToken);
    QCOMPARE(refused.status, 403);
    QVERIFY2(refused.body.contains(words), refused.body);
    QCOMPARE(life.refresh(life.refreshToken).status, 200);
    QCOMPARE(life.probe(u"another"_s).status, 401);
}

void SandboxFaultsTest::restrictPlan()
{
    Life life(*m_playground, *builtInPack(u"shopify"_s));
    QVERIFY(life.connectIt());
    m_playground->fault(u"shopify"_s, u"restrict_plan"_s, 1);
    const Heard refused = life.probe(life.accessToken);
    QCOMPARE(refused.status, 402);
    QVERIFY(refused.body.contains("plan does not have access"));
    QCOMPARE(life.probe(life.accessToken).status, 200);
    m_playground->fault(m_id, u"restrict_plan"_s, 1);
    QCOMPARE(m_life->probe(m_life->accessToken).status, 402);
}

void SandboxFaultsTest::outage()
{
    m_playground->fault(m_id, u"outage"_s);
    QCOMPARE(m_life->probe(m_life->accessToken).status, 503);
    QCOMPARE(m_life->refresh(m_life->refreshToken).status, 503);
    m_playground->restore();
    QCOMPARE(m_life->refresh(m_life->refreshToken).status, 200);
}

void SandboxFaultsTest::rateLimit()
{
    m_playground->fault(m_id, u"rate_limit"_s, 1);
    Heard heard = m_life->probe(m_life->accessToken);
    QCOMPARE(heard.status, 429);
    QCOMPARE(heard.headers.value("retry-after"), "30");
    m_playground->fault(m_id, u"rate_limit"_s, 1, {{u"seconds"_s, 2}});
    heard = m_life->refresh(m_life->refreshToken);
    QCOMPARE(heard.status, 429);
    QCOMPARE(heard.headers.value("retry-after"), "2");
    // Providers with a header of their own.
    const QString shop = u"/bigcommerce/api.bigcommerce.com/stores/abc/v2/time"_s;
    m_playground->fault(u"bigcommerce"_s, u"rate_limit"_s, 1, {{u"seconds"_s, 2}});
    heard = m_playground->get(shop);
    QCOMPARE(heard.status, 429);
    QCOMPARE(heard.headers.value("x-rate-limit-time-reset-ms"), "2000");
    QVERIFY(!heard.headers.contains("retry-after"));
}

void SandboxFaultsTest::loseAnswer()
{
    m_playground->fault(m_id, u"lose_answer"_s, 1);
    QCOMPARE(m_life->refresh(m_life->refreshToken).status, 0);
    // Xero states a grace: the old one works once more.
    QCOMPARE(m_life->refresh(m_life->refreshToken).status, 200);

    // Shopify states none: the old one is spent, and trying it ends the grant.
    Life shopify(*m_playground, *builtInPack(u"shopify"_s));
    QVERIFY(shopify.connectIt());
    m_playground->fault(u"shopify"_s, u"lose_answer"_s, 1);
    QCOMPARE(shopify.refresh(shopify.refreshToken).status, 0);
    QCOMPARE(shopify.probe(shopify.accessToken).status, 200);
    QCOMPARE(shopify.refresh(shopify.refreshToken).text("error"), u"invalid_grant"_s);
    QCOMPARE(shopify.probe(shopify.accessToken).status, 401);
}

void SandboxFaultsTest::wrongEnvironment()
{
    const QString orders = u"/mintsoft/api.mintsoft.co.uk/api/Order/Search"_s;
    m_playground->fault(u"mintsoft"_s, u"wrong_environment"_s, 1);
    const Heard refused = m_playground->get(orders, {{"ms-apikey", "practice-key"}});
    QCOMPARE(refused.status, 401);
    QVERIFY2(refused.body.contains("Invalid credentials"), refused.body);
    QCOMPARE(m_playground->get(orders, {{"ms-apikey", "practice-key"}}).status, 200);
}

void SandboxFaultsTest::deprecatedMethod()
{
    m_playground->fault(u"mintsoft"_s, u"deprecated_method"_s, 1);
    const Heard refused = m_playground->get(u"/mintsoft/api.mintsoft.co.uk/api/Order/Search"_s,
                                            {{"ms-apikey", "practice-key"}});
    QCOMPARE(refused.status, 401);
    QVERIFY2(refused.body.contains("deprecated API Authentication method"), refused.body);
}

void SandboxFaultsTest::closes()
{
    m_playground->fault(m_id, u"close"_s);
    const Heard heard = m_life->probe(m_life->accessToken);
    QCOMPARE(heard.status, 0);
    QVERIFY(heard.body.isEmpty());
}

void SandboxFaultsTest::slow()
{
    m_playground->fault(m_id, u"slow"_s, 1, {{u"seconds"_s, 1}});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_life->probe(m_life->accessToken).status, 200);
    QVERIFY2(timer.elapsed() >= 950, QByteArray::number(timer.elapsed()));
}

void SandboxFaultsTest::captivePortal()
{
    m_playground->fault(m_id, u"captive_portal"_s);
    const Heard heard = m_life->refresh(m_life->refreshToken);
    QCOMPARE(heard.status, 200);
    QVERIFY(heard.headers.value("content-type").startsWith("text/html"));
    m_playground->restore();
    // It was somebody else's page: the provider never saw the refresh.
    QCOMPARE(m_life->refresh(m_life->refreshToken).status, 200);
}

void SandboxFaultsTest::redirect()
{
    m_playground->fault(m_id, u"redirect"_s, 1, {{u"to"_s, u"http://127.0.0.1:9/steal"_s}});
    const Heard heard = m_life->refresh(m_life->refreshToken);
    QCOMPARE(heard.status, 307);
    QCOMPARE(heard.headers.value("location"), "http://127.0.0.1:9/steal");
}

void SandboxFaultsTest::clock()
{
    const auto offset = [this] {
        const QByteArray date = m_life->probe(m_life->accessToken).headers.value("date");
        QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(date),
                                                 u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        time.setTimeSpec(Qt::UTC);
        return QDateTime::currentDateTimeUtc().secsTo(time);
    };
    QVERIFY(qAbs(offset()) < 60);
    m_playground->fault(m_id, u"clock"_s, 1);
    QVERIFY(qAbs(offset() - 3 * 24 * 3600) < 60);
    QVERIFY(qAbs(offset()) < 60);
}

void SandboxFaultsTest::disconnectOrganisation()
{
    m_playground->fault(m_id, u"disconnect_organisation"_s);
    const Heard list = m_life->probe(m_life->accessToken);
    QCOMPARE(list.status, 200);
    QCOMPARE(list.body, "[]");
    const Heard call
        = m_playground->get(u"/xero/api.xero.com/api.xro/2.0/Organisation"_s,
                            {{"Authorization", "Bearer " + m_life->accessToken.toUtf8()}});
    QCOMPARE(call.status, 403);
    QVERIFY(call.body.contains("AuthenticationUnsuccessful"));
    QCOMPARE(m_life->refresh(m_life->refreshToken).status, 200);
    QVERIFY(m_life->connectIt());
    QVERIFY(m_life->probe(m_life->accessToken).body.contains("Harbour Outdoor Ltd"));
}

void SandboxFaultsTest::restoreLeavesRealEndsAlone()
{
    m_playground->fault(m_id, u"revoke"_s);
    m_playground->restore();
    QCOMPARE(m_life->probe(m_life->accessToken).status, 200);
    QCOMPARE(
        m_playground
            ->postForm(m_life->address(m_life->pack.revocation.endpoint),
                       {{u"client_id"_s, u"practice-client"_s}, {u"token"_s, m_life->refreshToken}})
            .status,
        200);
    m_playground->restore();
    QCOMPARE(m_life->probe(m_life->accessToken).status, 401);
    QCOMPARE(m_playground->postJson(u"/_sandbox/restore"_s, {{u"provider"_s, u"acme"_s}}).status,
             400);
    QCOMPARE(m_playground->postJson(u"/_sandbox/restore"_s, {{u"provider"_s, m_id}}).status, 200);
    QCOMPARE(m_playground->get(u"/_sandbox/restore"_s).status, 405);
}

void SandboxFaultsTest::signInPageStaysReachable()
{
    m_playground->fault(m_id, u"outage"_s);
    QCOMPARE(m_playground->get(m_life->consentAddress(m_life->wish())).status, 200);
}

void SandboxFaultsTest::logCountsAndKeepsNoSecrets()
{
    QCOMPARE(m_playground->send("DELETE", u"/_sandbox/log"_s).status, 200);
    QVERIFY(m_life->connectIt());
    m_life->refresh(m_life->refreshToken);
    m_life->probe(m_life->accessToken);
    // Not counted: the access manager repeats a GET that got no answer.
    m_playground->fault(m_id, u"close"_s);
    m_life->probe(m_life->accessToken);
    const QList<QJsonObject> posts = m_playground->log(u"token"_s);
    QCOMPARE(posts.size(), 2);
    QCOMPARE(posts.at(0)["grant_type"_L1].toString(), u"authorization_code"_s);
    QCOMPARE(posts.at(1)["grant_type"_L1].toString(), u"refresh_token"_s);
    QVERIFY(posts.at(0)["fields"_L1].toArray().contains(u"code_verifier"_s));
    const QList<QJsonObject> probes = m_playground->log(u"probe"_s);
    QVERIFY(probes.size() >= 2);
    QCOMPARE(probes.at(0)["status"_L1].toInt(), 200);
    QCOMPARE(probes.last()["status"_L1].toInt(), 0);
    const QByteArray all = m_playground->get(u"/_sandbox/log"_s).body;
    for (const QString &secret : {m_life->accessToken, m_life->refreshToken, m_life->verifier,
                                  m_life->redirected.value(u"code"_s), u"practice-secret"_s}) {
        QVERIFY(!secret.isEmpty());
        QVERIFY(!all.contains(secret.toUtf8()));
    }
}

RELINK_TEST(SandboxFaultsTest)

#include "testfaults.moc"
