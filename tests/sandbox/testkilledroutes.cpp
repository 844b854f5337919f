// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/routestage.h"
#include "support/futures.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! Ended at every step and gone on with: the same steps, the same ticks, the same light at the end.
//! Given up: nothing has changed.
class KilledRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void goesOnAtEveryStep_data();
    void goesOnAtEveryStep();
    void aPairGoesOnAtEveryStep();
    void givenUpAtEveryStep_data() { goesOnAtEveryStep_data(); }
    void givenUpAtEveryStep();
    void backNeverRepeatsAnAct();
    void oneSideSavedAndTheOtherNot();

private:
    struct Case
    {
        Account account;
        QString fault;
        Script script;
        std::optional<Diagnosis> told;
    };
    Case caseOf(const QString &name);

    std::unique_ptr<RouteStage> m_stage;
};

void KilledRoutesTest::initTestCase()
{
    m_stage = std::make_unique<RouteStage>();
    QVERIFY(m_stage->playground.isRunning());
}

void KilledRoutesTest::init()
{
    m_stage->begin();
}

KilledRoutesTest::Case KilledRoutesTest::caseOf(const QString &name)
{
    Case c;
    if (name == "amaka"_L1) {
        c = {{u"shopify"_s, u"amaka"_s}, u"revoke"_s, {}, {}};
        c.script.deeds = {{u"which_way"_s, answers(u"dashboard"_s)}};
    } else if (name == "mintsoft"_L1) {
        c = {{u"mintsoft"_s}, u"hard_expire"_s, {}, {}};
        c.script.deeds = {{u"m_compare"_s, skips(u"no time"_s)},
                          {u"m_mails"_s, cannot(u"no mailbox"_s)},
                          {u"m_reason"_s, answers(u"key"_s)}};
    } else if (name == "xeroom proof fails"_L1) {
        c = {{u"xero"_s, u"xeroom"_s}, u"revoke"_s, {}, {}};
        c.script.deeds = {{u"proof_order@sign_in"_s, answers(u"failed"_s)},
                          {u"proof_order@anew"_s, answers(u"worked"_s)}};
    } else if (name == "amalgam causes"_L1) {
        c = {{u"quickbooks_online"_s, u"amalgam"_s},
             u"remove_permission"_s,
             {},
             told(ErrorClass::Unknown)};
        c.script.meanwhile = {{u"AMG-22"_s, m_stage->heals()}};
    } else {
        c = {{u"shopify"_s}, u"outage"_s, {}, {}};
        c.script.meanwhile = {{u"AMG-31"_s, m_stage->heals()}};
    }
    return c;
}

void KilledRoutesTest::goesOnAtEveryStep_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"amaka", "mintsoft", "xeroom proof fails", "amalgam causes", "outage"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void KilledRoutesTest::goesOnAtEveryStep()
{
    QFETCH(QString, name);
    QStringList steps;
    for (const Killed killed : {Killed::Never, Killed::AtEveryStep}) {
        m_stage->begin();
        Route &route = m_stage->route();
        const Case c = caseOf(name);
        const ConnectionId id = route.connect(c.account);
        QVERIFY(!route.breakIt(id, c.fault).startsWith(u"green"_s));
        QVERIFY(route.start(id, c.told));
        VERIFY_NOTHING(route.walk(c.script, killed));
        if (killed == Killed::Never)
            steps = route.steps();
        else
            QCOMPARE(route.steps(), steps);
        QCOMPARE(route.save(), u"green"_s);
        QVERIFY(!m_stage->bench().manager->hasHalfFinishedReconnect(id));
    }
    QVERIFY(steps.size() > 3);
}

void KilledRoutesTest::aPairGoesOnAtEveryStep()
{
    Route &route = m_stage->route();
    const ConnectionId books = route.connect({u"quickbooks_online"_s, u"amaka"_s});
    const ConnectionId shop = route.connect({u"shopify"_s, u"amaka"_s});
    QVERIFY(m_stage->bench().manager->pair(books, shop, {}).ok());
    QCOMPARE(route.breakIt(books, u"revoke"_s), u"red expired_refresh"_s);
    QVERIFY(route.start(books));
    Script script;
    script.deeds = {{u"which_way"_s, answers(u"dashboard"_s)}};
    VERIFY_NOTHING(route.walk(script, Killed::AtEveryStep));
    VERIFY_NOTHING(route.missing({u"revoke"_s, u"revoke_partner"_s, u"connect_anew"_s,
                                  u"connect_partner"_s, u"verify_pair@dashboard"_s}));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(route.seen(shop), u"green"_s);
}

//! What the world has already changed (a renewal) is stored at once; everything else is as it was.
void KilledRoutesTest::givenUpAtEveryStep()
{
    QFETCH(QString, name);
    for (int stop = 0; stop < 60; ++stop) {
        m_stage->begin();
        Route &route = m_stage->route();
        Bench &bench = m_stage->bench();
        const Case c = caseOf(name);
        const ConnectionId id = route.connect(c.account);
        const QString seen = route.breakIt(id, c.fault);
        const Connection row = *bench.manager->connection(id);
        const QMap<QString, SecretBytes> items = bench.fakes.secrets.items;
        QVERIFY(route.start(id, c.told));
        bool changesTheWorld = false;
        VERIFY_NOTHING(route.walkSome(c.script, stop));
        for (const Step &step : route.session().progress().plan.steps) {
            const bool atOnce
                = step.action == StepAction::Refresh || step.action == StepAction::Revoke;
            changesTheWorld |= atOnce && route.cameBy(step.id);
        }
        const bool wasLast = !route.session().currentStep();
        const int pending = int(bench.fakes.secrets.items.size() - items.size());
        QVERIFY(outcomeOf(route.session().cancel()).ok());
        QVERIFY(!bench.manager->hasHalfFinishedReconnect(id));
        QVERIFY2(pending >= 0, qPrintable(route.place()));
        if (!changesTheWorld) {
            QCOMPARE(bench.fakes.secrets.items.keys(), items.keys());
            QCOMPARE(bench.fakes.secrets.items.value(row.secretAccount).reveal(),
                     items.value(row.secretAccount).reveal());
            const Connection after = *bench.manager->connection(id);
            QCOMPARE(after.inputs, row.inputs);
            QVERIFY(after.environment == row.environment);
            QCOMPARE(after.organisation.id, row.organisation.id);
            QCOMPARE(after.identity, row.identity);
        }
        if (wasLast)
            return;
    }
    QFAIL("never at the end");
}

//! Back undoes Next and nothing else: to the first step and on again asks no provider twice.
void KilledRoutesTest::backNeverRepeatsAnAct()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"xero"_s, u"xeroom"_s});
    QVERIFY(route.breakIt(id, u"revoke"_s).startsWith(u"red"_s));
    QVERIFY(route.start(id));
    VERIFY_NOTHING(route.walk());
    const qsizetype exchanges = m_stage->playground.log(u"token"_s).size();
    QVERIFY(exchanges > 0);
    const ReconnectProgress before = route.session().progress();
    while (route.session().canGoBack())
        route.session().back();
    QCOMPARE(route.session().progress().current, 0);
    for (int i = 0; i < 50 && route.session().currentStep(); ++i) {
        route.session().act();
        route.session().run();
        QVERIFY(QTest::qWaitFor([&route] { return !route.session().isRunning(); }));
        route.session().next();
    }
    QVERIFY2(!route.session().currentStep(), qPrintable(route.place()));
    QCOMPARE(m_stage->playground.log(u"token"_s).size(), exchanges);
    for (const Step &step : before.plan.steps) {
        if (step.kind == StepKind::Action)
            QCOMPARE(route.session().record(step.id), before.records.value(step.id));
    }
    QCOMPARE(route.save(), u"green"_s);
}

void KilledRoutesTest::oneSideSavedAndTheOtherNot()
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId books = route.connect({u"quickbooks_online"_s, u"amaka"_s});
    const ConnectionId shop = route.connect({u"shopify"_s, u"amaka"_s});
    QVERIFY(bench.manager->pair(books, shop, {}).ok());
    QCOMPARE(route.breakIt(books, u"revoke"_s), u"red expired_refresh"_s);
    QVERIFY(route.start(books));
    Script script;
    script.deeds = {{u"which_way"_s, answers(u"dashboard"_s)}};
    VERIFY_NOTHING(route.walk(script));
    // The keychain stops taking anything once the first side is in it.
    const auto one = bench.manager->connection(books)->secretAccount;
    bench.fakes.secrets.afterWrite = [&bench, one](const QString &account) {
        if (account == one)
            bench.fakes.secrets.writeTrouble = code::keychainLocked;
    };
    QVERIFY(route.save().startsWith(u"not saved"_s));
    QCOMPARE(route.seen(books), u"green"_s);
    QVERIFY(route.seen(shop).startsWith(u"red"_s));
    // The process ends here; the next one goes on with what is left.
    bench.fakes.secrets.afterWrite = {};
    bench.fakes.secrets.writeTrouble = nullptr;
    VERIFY_NOTHING(route.killAndResume());
    VERIFY_NOTHING(route.walk(script));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(route.seen(shop), u"green"_s);
}

RELINK_TEST(KilledRoutesTest)

#include "testkilledroutes.moc"
