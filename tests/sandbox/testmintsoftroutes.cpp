// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/routestage.h"
#include "support/futures.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! Mintsoft's article: each row of its table begins at its section and goes on through the others
//! in order; the four cells of Test Mode; a green row.
class MintsoftRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void rowOfTheTable_data();
    void rowOfTheTable();
    void theNextSectionsInOrder_data();
    void theNextSectionsInOrder();
    void testMode_data();
    void testMode();
    void aGreenRowIsAskedWhy();

private:
    std::unique_ptr<RouteStage> m_stage;
};

void MintsoftRoutesTest::initTestCase()
{
    m_stage = std::make_unique<RouteStage>();
    QVERIFY(m_stage->playground.isRunning());
}

void MintsoftRoutesTest::init()
{
    m_stage->begin();
}

void MintsoftRoutesTest::rowOfTheTable_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("red");
    QTest::addColumn<QString>("mended"); // the step at which the fault goes; empty: by what is done
    QTest::addColumn<QStringList>("way");
    const auto row = [](const char *name, const QString &provider, const QString &fault,
                        const QString &red, const QString &mended, const QStringList &way) {
        QTest::newRow(name) << provider << fault << red << mended << way;
    };
    row("T1 401 Unauthorised", u"mintsoft"_s, u"hard_expire"_s, u"red invalid_user_credentials"_s,
        {},
        {u"MIN-T1"_s, u"MIN-21"_s, u"MIN-22"_s, u"MIN-23"_s, u"MIN-24"_s, u"MIN-25"_s,
         u"verify@step_2"_s});
    row("T2 403 Forbidden", u"mintsoft"_s, u"remove_permission"_s, u"red permission_role"_s,
        u"MIN-44"_s,
        {u"MIN-T2"_s, u"MIN-41"_s, u"MIN-42"_s, u"MIN-43"_s, u"MIN-44"_s, u"verify@step_4"_s});
    row("T3 hard expired", u"ebay"_s, u"hard_expire"_s, u"red expired_refresh"_s, {},
        {u"MIN-T3"_s, u"MIN-51"_s, u"MIN-53"_s, u"verify@step_5"_s});
    row("T4 wrong Test Mode", u"mintsoft"_s, u"wrong_environment"_s, u"red test_mode_mismatch"_s,
        u"MIN-62"_s, {u"MIN-T4"_s, u"MIN-62"_s, u"verify@step_6"_s});
    row("T5 deprecated", u"mintsoft"_s, u"deprecated_method"_s,
        u"red deprecated_method legacy_get"_s, u"MIN-74"_s,
        {u"MIN-T5"_s, u"MIN-72"_s, u"MIN-71"_s, u"MIN-73"_s, u"MIN-74"_s, u"verify@step_7"_s});
}

void MintsoftRoutesTest::rowOfTheTable()
{
    QFETCH(QString, provider);
    QFETCH(QString, fault);
    QFETCH(QString, red);
    QFETCH(QString, mended);
    QFETCH(QStringList, way);
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({provider, u"mintsoft"_s});
    QCOMPARE(route.seen(id), u"green"_s);
    QCOMPARE(route.breakIt(id, fault), red);
    QVERIFY(route.start(id));
    Script script;
    if (!mended.isEmpty())
        script.meanwhile.insert(mended, m_stage->heals());
    VERIFY_NOTHING(route.walk(script));
    VERIFY_NOTHING(route.missing(way));
    // No other section was come by.
    const QString section = way.last().section(u'@', 1);
    for (const QString &step : route.steps())
        QVERIFY2(!step.contains(u'@') || step.endsWith(section), qPrintable(route.place()));
    QCOMPARE(route.save(), u"green"_s);
}

void MintsoftRoutesTest::theNextSectionsInOrder_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorClass>("errorClass");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QStringList>("sections");
    const auto row = [](const char *name, const QString &fault, ErrorClass errorClass,
                        const QString &cause, const QString &order) {
        QStringList sections;
        for (const QChar number : order)
            sections.append(u"step_"_s + number);
        QTest::newRow(name) << fault << errorClass << cause << sections;
    };
    row("T1", u"remove_permission"_s, ErrorClass::InvalidUserCredentials, {}, u"234567"_s);
    row("T2", u"remove_permission"_s, ErrorClass::PermissionRole, {}, u"423567"_s);
    row("T3", u"remove_permission"_s, ErrorClass::ExpiredRefresh, {}, u"523467"_s);
    row("T4", u"remove_permission"_s, ErrorClass::TestModeMismatch, {}, u"623457"_s);
    row("T5", u"remove_permission"_s, ErrorClass::DeprecatedMethod, {}, u"723456"_s);
    row("T6", u"remove_permission"_s, ErrorClass::Unknown, u"inactive"_s, u"234567"_s);
}

//! Nothing helps: every section is come by, and support is offered after all of them (MIN-80).
void MintsoftRoutesTest::theNextSectionsInOrder()
{
    QFETCH(QString, fault);
    QFETCH(ErrorClass, errorClass);
    QFETCH(QString, cause);
    QFETCH(QStringList, sections);
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"mintsoft"_s});
    const QString red = route.breakIt(id, fault);
    QVERIFY(red.startsWith(u"red"_s));
    QVERIFY(route.start(id, told(errorClass, cause)));
    VERIFY_NOTHING(route.walk());
    QStringList seen;
    for (const QString &step : route.steps()) {
        const QString section = step.section(u'@', 1);
        if (!section.isEmpty() && (seen.isEmpty() || seen.last() != section))
            seen.append(section);
    }
    QCOMPARE(seen, sections);
    QCOMPARE(route.steps().last(), u"ask_support"_s);
    QVERIFY(route.cameBy(u"MIN-80"_s));
    QVERIFY(!outcomeOf(route.session().saveAndContinue()).ok());
    QCOMPARE(route.seen(id), red);
}

void MintsoftRoutesTest::testMode_data()
{
    QTest::addColumn<bool>("testKey");
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<bool>("connects");
    QTest::newRow("M1 test, enabled") << true << true << true;
    QTest::newRow("M2 production, disabled") << false << false << true;
    QTest::newRow("M3 test, disabled") << true << false << false;
    QTest::newRow("M4 production, enabled") << false << true << false;
}

void MintsoftRoutesTest::testMode()
{
    QFETCH(bool, testKey);
    QFETCH(bool, enabled);
    QFETCH(bool, connects);
    Route &route = m_stage->route();
    Bench &bench = m_stage->bench();
    const auto mode = [](bool test) { return test ? Environment::Test : Environment::Production; };
    const ConnectionId id
        = route.connect({u"square"_s, u"mintsoft"_s, u"access_token"_s, mode(testKey)});
    QCOMPARE(route.seen(id), u"green"_s);
    EditRequest edit;
    edit.environment = mode(enabled);
    QVERIFY(outcomeOf(bench.manager->edit(id, edit)).ok());
    QVERIFY(route.check(id).ok());
    QCOMPARE(route.seen(id).startsWith(u"green"_s), connects);
    if (connects)
        return;
    QVERIFY2(route.seen(id).startsWith(u"red"_s), qPrintable(route.seen(id)));
    QVERIFY(route.start(id, told(ErrorClass::TestModeMismatch)));
    VERIFY_NOTHING(route.walk());
    VERIFY_NOTHING(route.missing({u"MIN-61"_s, u"m_switch"_s, u"verify@step_6"_s}));
    QVERIFY(!route.cameBy(u"MIN-25"_s));
    // Nothing is switched before the end.
    QVERIFY(bench.manager->connection(id)->environment == mode(enabled));
    QCOMPARE(route.save(), u"green"_s);
    QVERIFY(bench.manager->connection(id)->environment == mode(testKey));
}

//! MIN-03
void MintsoftRoutesTest::aGreenRowIsAskedWhy()
{
    Route &route = m_stage->route();
    const ConnectionId id = route.connect({u"mintsoft"_s});
    const quint64 before = m_stage->bench().stored(id).generation;
    QVERIFY(route.start(id));
    QVERIFY(route.session().diagnosis().errorClass == ErrorClass::NotAnError);
    int answered = 0;
    Script script;
    script.deeds = {{u"why_green"_s, answers(u"changed"_s)}};
    script.meanwhile = {{u"why_green"_s, [&] {
                             route.session().next();
                             answered += route.session().currentStep()->id == u"why_green"_s;
                         }}};
    VERIFY_NOTHING(route.walk(script));
    QCOMPARE(answered, 1); // no way past the question
    VERIFY_NOTHING(route.missing({u"MIN-03"_s, u"MIN-25"_s, u"verify@step_2"_s}));
    QCOMPARE(route.save(), u"green"_s);
    QCOMPARE(route.diary(), {u"password_changed"_s});
    QVERIFY(m_stage->bench().stored(id).generation != before);
}

RELINK_TEST(MintsoftRoutesTest)

#include "testmintsoftroutes.moc"
