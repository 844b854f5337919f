// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/routestage.h"
#include "support/futures.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! The routes of the articles about Amaka, Sage Intacct, Amalgam and Xeroom, step by step.
class RoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void amakaThroughTheAccountingSoftware();
    void amakaThroughTheDashboard();
    void sageExpiredAccess();
    void sageRevokedIsRefreshedAndThenAuthorised();
    void sageInvalidClient();
    void sagePermissions();
    void amalgamRefreshHelps();
    void amalgamRefreshThenTheCauses();
    void amalgamAlreadyRefreshed();
    void amalgamSaysItWasRefreshed();
    void xeroomUnauthorised();
    void xeroomUnauthorisedButOrdersStillFail();
    void xeroomForbiddenNewSecret();
    void xeroomForbiddenNewApp();
    void xeroomForbiddenNamesThePermission();
    void xeroomHeldElsewhere();

private:
    ConnectionId sage();

    std::unique_ptr<RouteStage> m_stage;
};

void RoutesTest::initTestCase()
{
    m_stage = std::make_unique<RouteStage>();
    QVERIFY(m_stage->playground.isRunning());
}

void RoutesTest::init()
{
    m_stage->begin();
}

void RoutesTest::amakaThroughTheAccountingSoftware()
{
    Route &route = m_stage->route();
    const ConnectionId books = route.connect({u"quickbooks_online"_s, u"amaka"_s});
    const quint64 before = m_stage->bench().stored(books).generation;
    QCOMPARE(route.breakIt(books, u"revoke"_s), u"red expired_refresh"_s);
    QVERIFY(route.start(books));
    Script script;
    script.deeds
        = {{u"which_cause"_s, answers(u"revoked"_s)}, {u"which_way"_s, answers(u"accounting"_s)}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"AMK-14"_s, u"AMK-A1"_s, u"AMK-A2"_s, u"AMK-A3"_s, u"AMK-A4"_s,
                                  u"AMK-A5"_s, u"AMK-A6"_s, u"own_renew@accounting"_s,
                                  u"verify@accounting"_s, u"XRM-14"_s}));
    QVERIFY2(!route.cameBy(u"AMK-B1"_s), qPrintable(route.place()));
    QCOMPARE(route.save(), u"green"_s);
    QVERIFY(m_stage->bench().stored(books).generation > before);
    QCOMPARE(route.diary(), {u"access_revoked"_s});
    QCOMPARE(route.history(books).first(), u"failure expired_refresh"_s);
}

void RoutesTest::amakaThroughTheDashboard()
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
    int halfDone = 0;
    int bothDone = 0;
    script.meanwhile
        = {{u"revoke_partner"_s,
            [&] {
                const ReconnectSession &session = route.session();
                halfDone += session.revoked(StepSide::This) && !session.revoked(StepSide::Partner);
                QCOMPARE(route.seen(shop), u"green"_s);
            }},
           {u"AMK-B4"_s, [&] {
                const ReconnectSession &session = route.session();
                bothDone += session.revoked(StepSide::This) && session.revoked(StepSide::Partner);
                QVERIFY(route.seen(shop).startsWith(u"red"_s));
            }}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"AMK-14"_s, u"AMK-B1"_s, u"AMK-B2"_s, u"AMK-B3a"_s, u"AMK-B3b"_s,
                                  u"AMK-B4"_s, u"AMK-B5"_s, u"AMK-B6b"_s, u"AMK-B6c"_s,
                                  u"connect_partner"_s, u"AMK-B7b"_s, u"XRM-14"_s}));
    QVERIFY(!route.cameBy(u"AMK-A1"_s));
    QCOMPARE(halfDone, 1);
    QCOMPARE(bothDone, 1);
    QVERIFY(route.seen(books).startsWith(u"red"_s)); // nothing is stored yet
    QVERIFY(route.seen(shop).startsWith(u"red"_s));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(route.seen(shop), u"green"_s);
}

//! Nothing can be asked of Sage Intacct unless the merchant names an address.
ConnectionId RoutesTest::sage()
{
    const QString address
        = m_stage->playground.origin() + u"/sage_intacct/api.intacct.com/ia/api/v1/objects"_s;
    return m_stage->route().connect(
        {u"sage_intacct"_s, {}, {}, Environment::Production, {{u"probe_url"_s, address}}});
}

void RoutesTest::sageExpiredAccess()
{
    Route &route = m_stage->route();
    const ConnectionId id = sage();
    QCOMPARE(route.seen(id), u"green"_s);
    const Credential before = m_stage->bench().stored(id);
    QCOMPARE(m_stage->playground.fault(u"sage_intacct"_s, u"expire"_s).status, 200);
    QVERIFY(route.start(id, told(ErrorClass::ExpiredAccess)));
    VERIFY_NOTHING(route.walk());
    VERIFY_NOTHING(route.missing({u"SGE-12"_s, u"verify@renew_pair"_s}));
    QVERIFY(!route.cameBy(u"s_authorize"_s));
    QCOMPARE(route.save(), u"green"_s);
    const Credential after = m_stage->bench().stored(id);
    QVERIFY(after.accessToken.reveal() != before.accessToken.reveal());
    QVERIFY(after.hasRefresh());
}

void RoutesTest::sageRevokedIsRefreshedAndThenAuthorised()
{
    Route &route = m_stage->route();
    const ConnectionId id = sage();
    QCOMPARE(m_stage->playground.fault(u"sage_intacct"_s, u"revoke"_s).status, 200);
    QVERIFY(route.start(id, told(ErrorClass::Revoked)));
    Script script;
    script.deeds = {{u"why_ended"_s, answers(u"password"_s)}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"SGE-21"_s, u"SGE-12"_s, u"SGE-23"_s, u"verify@s_sign_in"_s}));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(route.diary(), {u"password_changed"_s});
}

void RoutesTest::sageInvalidClient()
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = sage();
    EditRequest wrong;
    wrong.secrets.insert(u"client_secret"_s, SecretBytes("a-secret-of-last-year"));
    QVERIFY(outcomeOf(bench.manager->edit(id, wrong)).ok());
    QCOMPARE(route.breakIt(id, u"expire"_s), u"red invalid_client"_s);
    QVERIFY(route.start(id));
    Script script;
    script.deeds = {{u"which_credential"_s, answers(u"app"_s)}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"SGE-33"_s, u"SGE-35"_s, u"s_correct"_s, u"verify@s_app"_s}));
    QVERIFY(!route.cameBy(u"SGE-36"_s));
    QCOMPARE(route.save(), u"green"_s);
}

void RoutesTest::sagePermissions()
{
    Route &route = m_stage->route();
    const ConnectionId id = sage();
    const quint64 before = m_stage->bench().stored(id).generation;
    QVERIFY(route.breakIt(id, u"remove_permission"_s).startsWith(u"red permission_"_s));
    QVERIFY(route.start(id));
    Script script;
    script.deeds = {{u"s_doing"_s, answers(u"object"_s)}, {u"s_who_lacks"_s, answers(u"user"_s)}};
    script.meanwhile = {{u"SGE-45"_s, m_stage->heals()}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"SGE-40"_s, u"SGE-42"_s, u"SGE-41"_s, u"SGE-43"_s, u"SGE-44"_s,
                                  u"SGE-45"_s, u"verify@s_permission"_s}));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(m_stage->bench().stored(id).generation, before);
}

void RoutesTest::amalgamRefreshHelps()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"quickbooks_online"_s, u"amalgam"_s});
    const quint64 before = m_stage->bench().stored(id).generation;
    QCOMPARE(m_stage->playground.fault(u"quickbooks_online"_s, u"expire"_s).status, 200);
    QVERIFY(route.start(id, told(ErrorClass::ExpiredAccess)));
    VERIFY_NOTHING(route.walk());
    VERIFY_NOTHING(route.missing({u"AMG-06"_s, u"AMG-40"_s, u"verify@a_refresh"_s, u"AMG-01"_s}));
    QVERIFY(!route.cameBy(u"AMG-10"_s) && !route.cameBy(u"a_authorize"_s));
    QCOMPARE(route.save(), u"green"_s);
    QVERIFY(m_stage->bench().stored(id).generation > before);
}

//! AMG-41: refresh, the error again, then the causes A, B, C in that order.
void RoutesTest::amalgamRefreshThenTheCauses()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"quickbooks_online"_s, u"amalgam"_s});
    QVERIFY(route.breakIt(id, u"remove_permission"_s).startsWith(u"red permission_"_s));
    QVERIFY(route.start(id, told(ErrorClass::Unknown)));
    Script script;
    script.deeds = {{u"a_roles"_s, answers(u"review"_s)}, {u"a_one_report"_s, answers(u"one"_s)}};
    script.meanwhile = {{u"AMG-31"_s, m_stage->heals()}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"AMG-40"_s, u"AMG-41"_s, u"AMG-10"_s, u"AMG-12"_s, u"AMG-21"_s,
                                  u"AMG-22"_s, u"AMG-31"_s, u"verify@a_fault"_s}));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(route.diary(), {u"security_review"_s});
}

//! AMG-06, X-03: the same error after a successful sign-in leads to the platform, not round.
void RoutesTest::amalgamAlreadyRefreshed()
{
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const ConnectionId id = route.connect({u"quickbooks_online"_s, u"amalgam"_s});
    const QString red = route.breakIt(id, u"remove_permission"_s);
    QVERIFY(red.startsWith(u"red permission_"_s));
    QVERIFY(outcomeOf(bench.manager->reauthorize(id, bench.person.get())).ok());
    QCOMPARE(route.seen(id), red);
    QVERIFY(route.start(id));
    QVERIFY(route.session().progress().plan.alreadyRefreshed);
    const quint64 before = bench.stored(id).generation;
    Script script;
    script.meanwhile = {{u"AMG-22"_s, m_stage->heals()}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"AMG-06"_s, u"AMG-10"_s, u"AMG-12"_s, u"AMG-22"_s}));
    for (const Step &step : route.session().progress().plan.steps)
        QVERIFY2(step.action == StepAction::None, qPrintable(step.id));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(bench.stored(id).generation, before);
}

void RoutesTest::amalgamSaysItWasRefreshed()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"quickbooks_online"_s, u"amalgam"_s});
    QVERIFY(route.breakIt(id, u"remove_permission"_s).startsWith(u"red permission_"_s));
    QVERIFY(route.start(id, told(ErrorClass::Unknown)));
    Script script;
    script.deeds = {{u"already_refreshed"_s, answers(u"yes"_s)}};
    script.meanwhile = {{u"AMG-12"_s, m_stage->heals()}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"AMG-06"_s, u"AMG-10"_s, u"AMG-12"_s}));
    QVERIFY(!route.cameBy(u"AMG-40"_s) && !route.cameBy(u"a_authorize"_s));
    QCOMPARE(route.save(), u"green"_s);
}

void RoutesTest::xeroomUnauthorised()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"xero"_s, u"xeroom"_s});
    const QString organisation = m_stage->bench().manager->connection(id)->organisation.id;
    QCOMPARE(route.breakIt(id, u"revoke"_s), u"red expired_refresh"_s);
    QVERIFY(route.start(id));
    Script script;
    script.deeds = {{u"what_preceded"_s, answers(u"upgrade"_s)}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(
        route.missing({u"XRM-02"_s, u"XRM-03"_s, u"XRM-10"_s, u"XRM-13"_s, u"XRM-14"_s}));
    QVERIFY(!route.cameBy(u"XRM-15"_s));
    QVERIFY(route.seen(id).startsWith(u"red"_s)); // XRM-13: not before the end
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(m_stage->bench().manager->connection(id)->organisation.id, organisation);
    QCOMPARE(route.diary(), {u"upgraded"_s});
}

//! XRM-15 comes only where XRM-10 to -14 did not help.
void RoutesTest::xeroomUnauthorisedButOrdersStillFail()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"xero"_s, u"xeroom"_s});
    QCOMPARE(route.breakIt(id, u"revoke"_s), u"red expired_refresh"_s);
    QVERIFY(route.start(id));
    Script script;
    script.deeds = {{u"proof_order@sign_in"_s, answers(u"failed"_s)},
                    {u"proof_order@anew"_s, answers(u"worked"_s)}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"XRM-10"_s, u"XRM-13"_s, u"XRM-14"_s, u"XRM-15"_s,
                                  u"authorize@anew"_s, u"verify@anew"_s, u"proof_order@anew"_s}));
    QVERIFY(!route.cameBy(u"XRM-32"_s));
    QCOMPARE(route.save(), u"green"_s);
}

void RoutesTest::xeroomForbiddenNewSecret()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"xero"_s, u"xeroom"_s});
    const quint64 before = m_stage->bench().stored(id).generation;
    QVERIFY(route.breakIt(id, u"remove_permission"_s).startsWith(u"red permission_"_s));
    QVERIFY(route.start(id, told(ErrorClass::PermissionRole)));
    Script script;
    script.meanwhile = {{u"enter_secret"_s, m_stage->heals()}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"XRM-30"_s, u"recreate_secret"_s, u"enter_secret"_s,
                                  u"authorize_after"_s, u"verify@secret"_s, u"XRM-14"_s}));
    QVERIFY(!route.cameBy(u"XRM-34"_s));
    QCOMPARE(route.save(), u"green"_s);
    QVERIFY(m_stage->bench().stored(id).generation != before);
}

void RoutesTest::xeroomForbiddenNewApp()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"xero"_s, u"xeroom"_s});
    QVERIFY(route.breakIt(id, u"remove_permission"_s).startsWith(u"red permission_"_s));
    QVERIFY(route.start(id, told(ErrorClass::PermissionRole)));
    Script script;
    script.deeds = {{u"staff_changes"_s, answers(u"gone"_s)}};
    script.meanwhile = {{u"recreate_app"_s, m_stage->heals()}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"XRM-32"_s, u"verify@secret"_s, u"XRM-34"_s, u"XRM-35"_s,
                                  u"enter_app"_s, u"authorize_app"_s, u"verify@app"_s}));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(route.diary(), {u"person_left"_s});
}

//! what the answer names comes before the secret, which stays as it is.
void RoutesTest::xeroomForbiddenNamesThePermission()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"xero"_s, u"xeroom"_s});
    QCOMPARE(route.breakIt(id, u"remove_permission"_s), u"red permission_scope"_s);
    QVERIFY(route.start(id));
    Script script;
    script.meanwhile = {{u"MIN-44"_s, m_stage->heals()}};
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing({u"MIN-43"_s, u"MIN-44"_s, u"verify@permission"_s}));
    QVERIFY(!route.cameBy(u"XRM-32"_s));
    QCOMPARE(route.save(), u"green"_s);
}

//! Xeroom itself holds the access: the merchant does it there and says so.
void RoutesTest::xeroomHeldElsewhere()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"xeroom"_s});
    QVERIFY(m_stage->bench().manager->tell(id, false).ok());
    QVERIFY(route.seen(id).startsWith(u"red"_s));
    QVERIFY(route.start(id));
    VERIFY_NOTHING(route.walk());
    VERIFY_NOTHING(route.missing({u"XRM-10"_s, u"XRM-11"_s, u"XRM-12"_s, u"works_again"_s}));
    QVERIFY2(route.save().startsWith(u"neutral"_s), qPrintable(route.seen(id)));
}

RELINK_TEST(RoutesTest)

#include "testroutes.moc"
