// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/routestage.h"
#include "support/futures.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

#include <QNetworkProxy>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! Routes that no article owns: what ends a sign-in, what is not allowed, and what is none of the
//! account's fault.
class GenericRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void signInEnded_data();
    void signInEnded();
    void expiredAccessIsRenewed();
    void removedApp();
    void notAllowed_data();
    void notAllowed();
    void notTheAccountsFault_data();
    void notTheAccountsFault();
    void lockedKeychain();
    void missingKeychain();
    void emptyKeychain();
    void wrongClock();
    void proxyWantsALogin();
    void brokenEncryption();
    void copiedSpaces();
    void comparedKey();

private:
    void wayBlocked(const ConnectionId &id, const std::function<void(QUrl &)> &bend,
                    const QString &neutral, CheckId check, const QString &row);
    static bool failed(const ReconnectSession &session, CheckId check);

    std::unique_ptr<RouteStage> m_stage;
};

void GenericRoutesTest::initTestCase()
{
    m_stage = std::make_unique<RouteStage>();
    QVERIFY(m_stage->playground.isRunning());
}

void GenericRoutesTest::init()
{
    m_stage->begin();
}

bool GenericRoutesTest::failed(const ReconnectSession &session, CheckId check)
{
    for (const StepRecord &record : session.progress().records) {
        for (const CheckResult &result : record.checks) {
            if (result.check == check && !result.passed)
                return true;
        }
    }
    return false;
}

void GenericRoutesTest::signInEnded_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("red");
    QTest::addColumn<QStringList>("way");
    const auto row
        = [](const char *name, const QString &provider, const QString &fault, const QString &red,
             const QStringList &way) { QTest::newRow(name) << provider << fault << red << way; };
    row("expired refresh", u"shopify"_s, u"hard_expire"_s, u"red expired_refresh"_s,
        {u"authorize@sign_in"_s, u"verify@sign_in"_s, u"proof_order@sign_in"_s});
    row("revoked", u"shopify"_s, u"revoke"_s, u"red revoked"_s,
        {u"authorize@sign_in"_s, u"verify@sign_in"_s, u"proof_order@sign_in"_s});
    row("wrong organisation", u"xero"_s, u"disconnect_organisation"_s,
        u"red wrong_tenant organisation_disconnected"_s,
        {u"choose_organisation@organisation"_s, u"authorize@sign_in_here"_s,
         u"verify@sign_in_here"_s});
    row("refused key", u"bigcommerce"_s, u"revoke"_s, u"red expired_access key_refused"_s,
        {u"MIN-21"_s, u"MIN-22"_s, u"MIN-23"_s, u"edit_credential@keys"_s, u"verify@keys"_s});
}

void GenericRoutesTest::signInEnded()
{
    QFETCH(QString, provider);
    QFETCH(QString, fault);
    QFETCH(QString, red);
    QFETCH(QStringList, way);
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = route.connect({provider});
    QCOMPARE(route.seen(id), u"green"_s);
    const quint64 before = bench.stored(id).generation;
    const QString organisation = bench.manager->connection(id)->organisation.id;
    QCOMPARE(route.breakIt(id, fault), red);
    QVERIFY(route.start(id));
    VERIFY_NOTHING(route.walk());
    VERIFY_NOTHING(route.missing(way));
    QVERIFY(!route.cameBy(u"ask_support"_s));
    QCOMPARE(route.seen(id), red); // Save + Continue is the only moment that stores
    QCOMPARE(bench.stored(id).generation, before);
    QCOMPARE(route.save(), u"green"_s);
    QVERIFY(bench.stored(id).generation != before);
    QCOMPARE(bench.manager->connection(id)->organisation.id, organisation);
    QVERIFY(!bench.manager->hasHalfFinishedReconnect(id));
    const QString lost = red.section(u' ', 1, 1);
    QCOMPARE(route.history(id).first(), QString(u"failure "_s + lost));
    QVERIFY(route.history(id).contains(QString(u"recovery "_s + lost)));
}

void GenericRoutesTest::expiredAccessIsRenewed()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"ebay"_s});
    const quint64 before = m_stage->bench().stored(id).generation;
    QCOMPARE(m_stage->playground.fault(u"ebay"_s, u"expire"_s).status, 200);
    QVERIFY(route.start(id, told(ErrorClass::ExpiredAccess)));
    VERIFY_NOTHING(route.walk());
    VERIFY_NOTHING(route.missing({u"refresh@renew"_s, u"verify@renew"_s}));
    QVERIFY(!route.cameBy(u"authorize"_s));
    QCOMPARE(route.save(), u"green"_s);
    QVERIFY(m_stage->bench().stored(id).generation > before);
}

void GenericRoutesTest::removedApp()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"shopify"_s});
    QCOMPARE(route.breakIt(id, u"revoke"_s), u"red revoked"_s);
    QVERIFY(route.start(id, told(ErrorClass::AppRemoved)));
    Script script;
    script.deeds = {{u"who_made_it"_s, answers(u"removed"_s)}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"XRM-34"_s, u"verify@app_gone"_s}));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(route.diary(), {u"app_removed"_s});
}

void GenericRoutesTest::notAllowed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("red");
    QTest::addColumn<QString>("mended");
    QTest::addColumn<QStringList>("way");
    const auto row
        = [](const char *name, const QString &fault, const QString &red, const QString &mended,
             const QStringList &way) { QTest::newRow(name) << fault << red << mended << way; };
    row("permission scope", u"remove_permission"_s, u"red permission_scope"_s, u"MIN-44"_s,
        {u"MIN-42"_s, u"verify@scopes_first"_s, u"AMG-10"_s, u"MIN-44"_s, u"verify@permission"_s});
    row("plan", u"restrict_plan"_s, u"red plan_restriction"_s, u"AMG-22"_s,
        {u"AMG-22"_s, u"verify@plan"_s});
    row("retired way of signing in", u"deprecated_method"_s, u"red deprecated_method"_s,
        u"MIN-73"_s, {u"MIN-73"_s, u"verify@method"_s});
}

void GenericRoutesTest::notAllowed()
{
    QFETCH(QString, fault);
    QFETCH(QString, red);
    QFETCH(QString, mended);
    QFETCH(QStringList, way);
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"bigcommerce"_s});
    const quint64 before = m_stage->bench().stored(id).generation;
    QCOMPARE(route.breakIt(id, fault), red);
    QVERIFY(route.start(id));
    Script script;
    script.meanwhile = {{mended, m_stage->heals()}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing(way));
    QVERIFY(!route.cameBy(u"ask_support"_s));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(m_stage->bench().stored(id).generation, before);
}

void GenericRoutesTest::notTheAccountsFault_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("neutral");
    QTest::addColumn<QString>("mended"); // the row at which the fault goes
    QTest::addColumn<QString>("section");
    const auto row = [](const char *name, const QString &fault, const QString &neutral,
                        const QString &mended, const QString &section) {
        QTest::newRow(name) << fault << neutral << mended << section;
    };
    row("network", u"close"_s, u"neutral network connection_lost"_s, u"RLK-network-1"_s,
        u"network"_s);
    row("captive portal", u"captive_portal"_s, u"neutral network captive_portal"_s,
        u"RLK-captive_portal-1"_s, u"captive_portal"_s);
    row("outage", u"outage"_s, u"neutral provider_outage"_s, u"AMG-31"_s, u"wait"_s);
    row("rate limit", u"rate_limit"_s, u"neutral rate_limited"_s, u"RLK-rate_limited-1"_s,
        u"slow_down"_s);
}

void GenericRoutesTest::notTheAccountsFault()
{
    QFETCH(QString, fault);
    QFETCH(QString, neutral);
    QFETCH(QString, mended);
    QFETCH(QString, section);
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = route.connect({u"shopify"_s});
    const Connection before = *bench.manager->connection(id);
    const QByteArray token = bench.stored(id).accessToken.reveal();
    QCOMPARE(route.breakIt(id, fault), neutral);
    QVERIFY(route.start(id));
    Script script;
    script.meanwhile = {{mended, m_stage->heals()}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({mended, u"verify@"_s + section}));
    for (const Step &step : route.session().progress().plan.steps)
        QVERIFY2(step.action == StepAction::None, qPrintable(step.id));
    QCOMPARE(route.save(), u"green"_s);
    const Connection after = *bench.manager->connection(id);
    QCOMPARE(bench.stored(id).accessToken.reveal(), token);
    QCOMPARE(after.inputs, before.inputs);
    QCOMPARE(after.identity, before.identity);
}

void GenericRoutesTest::lockedKeychain()
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = route.connect({u"shopify"_s});
    const QByteArray token = bench.stored(id).accessToken.reveal();
    bench.restart();
    bench.fakes.secrets.trouble = code::keychainLocked;
    (void)route.check(id);
    QCOMPARE(route.seen(id), u"neutral keychain_locked locked"_s);
    QVERIFY(route.start(id));
    Script script;
    script.meanwhile = {{u"unlock"_s, [&bench] { bench.fakes.secrets.trouble = nullptr; }}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"RLK-keychain_locked-1"_s, u"keychain_again"_s}));
    QVERIFY(!route.cameBy(u"authorize"_s));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(bench.stored(id).accessToken.reveal(), token);
}

void GenericRoutesTest::missingKeychain()
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = route.connect({u"shopify"_s});
    bench.restart();
    bench.fakes.secrets.trouble = code::keychainMissing;
    (void)route.check(id);
    QCOMPARE(route.seen(id), u"neutral keychain_missing"_s);
    QVERIFY(route.start(id));
    Script script;
    script.meanwhile
        = {{u"RLK-keychain_missing-1"_s, [&bench] { bench.fakes.secrets.trouble = nullptr; }}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"RLK-keychain_missing-1"_s}));
    QCOMPARE(route.save(), u"green"_s);
}

//! The keychain answers, and has no entry of this connection any more.
void GenericRoutesTest::emptyKeychain()
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = route.connect({u"etsy"_s});
    bench.restart();
    bench.fakes.secrets.items.remove(bench.manager->connection(id)->secretAccount);
    (void)route.check(id);
    QCOMPARE(route.seen(id), u"neutral keychain_missing entry_missing"_s);
    QVERIFY(route.start(id));
    VERIFY_NOTHING(route.walk());
    VERIFY_NOTHING(route.missing({u"RLK-entry_missing-1"_s, u"verify@sign_in_once_more"_s}));
    QCOMPARE(route.save(), u"green"_s);
}

//! An hour wrong: told as a check, nothing turns red, and nothing is authorised.
void GenericRoutesTest::wrongClock()
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = route.connect({u"xero"_s});
    const QByteArray token = bench.stored(id).accessToken.reveal();
    bench.setClockOff(-3600);
    QVERIFY(route.check(id).ok());
    QVERIFY(!route.seen(id).startsWith(u"red"_s));
    QVERIFY(route.start(id, told(ErrorClass::Clock)));
    Script script;
    int wrong = 0;
    script.meanwhile = {{u"RLK-clock-1"_s, [&] {
                             wrong += failed(route.session(), CheckId::Clock);
                             bench.setClockOff(0);
                         }}};
    VERIFY_NOTHING(route.walk(script));
    QCOMPARE(wrong, 1);
    VERIFY_NOTHING(route.missing({u"RLK-clock-1"_s, u"clock_again"_s, u"verify@clock"_s}));
    QVERIFY(route.session().record(u"clock_again"_s).status == StepStatus::Done);
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(bench.stored(id).accessToken.reveal(), token);
}

void GenericRoutesTest::wayBlocked(const ConnectionId &id, const std::function<void(QUrl &)> &bend,
                                   const QString &neutral, CheckId check, const QString &row)
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const QByteArray token = bench.stored(id).accessToken.reveal();
    bench.way.bend = bend;
    QVERIFY(route.check(id).ok());
    QCOMPARE(route.seen(id), neutral);
    QVERIFY(route.start(id));
    Script script;
    int told = 0;
    script.meanwhile = {{row, [&] {
                             told += failed(route.session(), check);
                             bench.way.bend = {};
                         }}};
    VERIFY_NOTHING(route.walk(script));
    QCOMPARE(told, 1);
    VERIFY_NOTHING(route.missing({row}));
    QVERIFY(!route.cameBy(u"authorize"_s));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(bench.stored(id).accessToken.reveal(), token);
}

void GenericRoutesTest::proxyWantsALogin()
{
    MisbehavingServer proxy(
        behaves::answering(407, {}, "Proxy-Authenticate: Basic realm=\"office\"\r\n"));
    const ConnectionId id = m_stage->route().connect({u"shopify"_s});
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port()));
    wayBlocked(
        id, [](QUrl &url) { url = QUrl(u"https://shop.example/"_s); }, u"neutral proxy"_s,
        CheckId::Proxy, u"RLK-proxy-1"_s);
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::DefaultProxy));
    QVERIFY(!proxy.requests().isEmpty());
}

void GenericRoutesTest::brokenEncryption()
{
    const ConnectionId id = m_stage->route().connect({u"shopify"_s});
    // The sandbox speaks no TLS.
    wayBlocked(
        id, [](QUrl &url) { url.setScheme(u"https"_s); }, u"neutral tls"_s, CheckId::Tls,
        u"RLK-tls-1"_s);
}

//! MIN-30: the new key is pasted with what was copied along, refused with the reason, and taken
//! without it.
void GenericRoutesTest::copiedSpaces()
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = route.connect({u"bigcommerce"_s});
    QVERIFY(route.breakIt(id, u"hard_expire"_s).startsWith(u"red"_s));
    const QString key
        = bench.practiceInputs(u"bigcommerce"_s, u"access_token"_s, Environment::Production)
              .value(u"access_token"_s);
    QVERIFY(route.start(id));
    Script script;
    QString refusal;
    script.deeds = {{u"edit_credential@keys"_s, [&key, &refusal](ReconnectSession &session) {
                         const auto enter = [&session](const QString &value) {
                             EditRequest edit;
                             edit.secrets.insert(u"access_token"_s, SecretBytes(value.toUtf8()));
                             session.act(edit);
                         };
                         enter(u" \u200b"_s + key + u"\u00a0\r\n"_s);
                         (void)QTest::qWaitFor([&session] { return !session.isRunning(); }, 5000);
                         const StepRecord record = session.record(session.currentStep()->id);
                         refusal = record.error ? record.error->description : QString();
                         enter(key);
                     }}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"edit_credential@keys"_s, u"verify@keys"_s}));
    QCOMPARE(refusal, u"The key holds characters that cannot be sent."_s);
    QCOMPARE(route.save(), u"green"_s);
    const auto compared
        = outcomeOf(bench.manager->compareSecret(id, u"access_token"_s, SecretBytes(key.toUtf8())));
    QVERIFY(compared && compared->outcome == SecretComparison::Outcome::Same);
}

//! MIN-22: the step says whether the key is the stored one; neither is shown.
void GenericRoutesTest::comparedKey()
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = route.connect({u"bigcommerce"_s});
    const auto key = [&bench] {
        return bench.practiceInputs(u"bigcommerce"_s, u"access_token"_s, Environment::Production)
            .value(u"access_token"_s);
    };
    const QString former = key();
    QVERIFY(route.breakIt(id, u"hard_expire"_s).startsWith(u"red"_s));
    QVERIFY(key() != former);
    QVERIFY(route.start(id));
    const auto same = [&](const QString &entered) {
        const auto compared = outcomeOf(
            bench.manager->compareSecret(id, u"access_token"_s, SecretBytes(entered.toUtf8())));
        return compared && compared->outcome == SecretComparison::Outcome::Same;
    };
    Script script;
    int compared = 0;
    script.meanwhile = {{u"compare_key"_s, [&] {
                             const Step *step = route.session().currentStep();
                             compared += step->tools.contains(StepTool::CompareKey) && same(former)
                                 && !same(key());
                         }}};
    VERIFY_NOTHING(route.walk(script));
    QCOMPARE(compared, 1);
    VERIFY_NOTHING(route.missing({u"MIN-22"_s, u"edit_credential@keys"_s, u"verify@keys"_s}));
    QCOMPARE(route.save(), u"green"_s);
    QVERIFY(same(key()));
}

RELINK_TEST(GenericRoutesTest)

#include "testgenericroutes.moc"
