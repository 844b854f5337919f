// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/builtinpacks.h"
#include "sandbox/playground.h"
#include "support/testmain.h"

#include "core/rules/practicemapping.h"
#include "core/rules/probeverdict.h"
#include "core/rules/resolve.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! Rows for packs whose sign-in has the standard names, per environment. testjourneys.cpp has all
//! the others.
void addLives(bool withDiscovering = true)
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("test");
    for (const QString &id : {u"ebay"_s, u"generic_oauth2"_s, u"quickbooks_online"_s,
                              u"sage_intacct"_s, u"shopify"_s, u"xero"_s}) {
        const ProviderPack *pack = builtInPack(id);
        QVERIFY2(pack, qPrintable(id));
        if (pack->authMethods.first().discovers && !withDiscovering)
            continue;
        QTest::addRow("%s", qPrintable(id)) << id << false;
        if (pack->hasTestEnvironment)
            QTest::addRow("%s test", qPrintable(id)) << id << true;
    }
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
    //! Addresses that are discovered are not mapped.
    void mappingLeadsHere_data() { addLives(false); }
    void mappingLeadsHere();
    void organisationsCanBeChosen();
    void anotherPersonIsAnotherAccount();
    void environmentsAreApart();
    void sharedSignInIsBoundByItsFirstCall();

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

void SandboxProvidersTest::mappingLeadsHere()
{
    QFETCH(QString, id);
    QFETCH(bool, test);
    const ProviderPack &original = *builtInPack(id);
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
    QCOMPARE(m_playground->postForm(endpoints.token.toString(), {}).status, 401);
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

RELINK_TEST(SandboxProvidersTest)

#include "testproviders.moc"
