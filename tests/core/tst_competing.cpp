// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/competing.h"

#include "core/rules/checkresults.h"
#include "packs.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime monday = QDateTime::fromString(u"2026-11-16T09:00:00Z"_s, Qt::ISODate);

ProviderPack pack(std::optional<int> signIns = 1)
{
    auto parsed = parseProviderPack(toJson(smallPack()), false);
    ProviderPack made = parsed ? *parsed : ProviderPack();
    made.signInsPerUser = signIns;
    return made;
}

Connection made(const QString &name, const QDateTime &at = monday)
{
    Connection connection;
    connection.id = ConnectionId {name};
    connection.name = name;
    connection.provider = u"shop"_s;
    connection.inputs = {{u"client_id"_s, u"c"_s}, {u"shop"_s, u"harbour"_s}};
    connection.organisation = {u"org-1"_s, u"Harbour"_s};
    connection.identity = u"alice"_s;
    connection.hasSecret = true;
    connection.createdAt = at;
    connection.state.health = Health::Connected;
    return connection;
}

Connection stopped(const QDateTime &at)
{
    Connection connection = made(u"Web shop"_s);
    connection.state.health = Health::NeedsAuthorization;
    connection.state.since = at;
    return connection;
}

} // namespace

//! A second sign-in of the same provider, company and user (P4).
class CompetingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoCompetes_data();
    void whoCompetes();
    void beforeSigningInThePlaceDecides();
    void explainsAfterTheFact();
    void whatCannotHaveDoneIt_data();
    void whatCannotHaveDoneIt();
    void withoutALimitItIsAWarning();
    void manyUntilTheLimit();
    void aNewSignInOfAnOlderConnectionCounts();
};

void CompetingTest::whoCompetes_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("found");
    for (const auto &[change, found] : {std::pair(u""_s, u"certain"_s),
                                        {u"organisation"_s, u"none"_s},
                                        {u"identity"_s, u"none"_s},
                                        {u"environment"_s, u"none"_s},
                                        {u"shop"_s, u"none"_s},
                                        {u"provider"_s, u"none"_s},
                                        {u"nothing stored"_s, u"none"_s},
                                        {u"key"_s, u"none"_s},
                                        {u"identity not told"_s, u"possible"_s},
                                        {u"organisation not told"_s, u"certain"_s},
                                        {u"client"_s, u"certain"_s}}) {
        QTest::newRow(change.isEmpty() ? "equal" : qPrintable(change)) << change << found;
    }
}

void CompetingTest::whoCompetes()
{
    QFETCH(QString, change);
    QFETCH(QString, found);
    ProviderPack p = pack();
    Connection other = made(u"Warehouse"_s);
    if (change == "organisation"_L1)
        other.organisation = {u"org-2"_s, u"Quay"_s};
    else if (change == "identity"_L1)
        other.identity = u"bob"_s;
    else if (change == "environment"_L1)
        other.environment = Environment::Test;
    else if (change == "shop"_L1)
        other.inputs.insert(u"shop"_s, u"quay"_s);
    else if (change == "provider"_L1)
        other.provider = u"another"_s;
    else if (change == "nothing stored"_L1)
        other.hasSecret = false;
    else if (change == "key"_L1)
        p.authMethods[0].kind = AuthKind::ApiKey;
    else if (change == "identity not told"_L1)
        other.identity.clear();
    else if (change == "organisation not told"_L1)
        other.organisation = {};
    else if (change == "client"_L1)
        other.inputs.insert(u"client_id"_s, u"d"_s);
    const Connection own = made(u"Web shop"_s);
    const QList<Competitor> competitors = competitorsOf(p, own, {own, other});
    const QString seen = competitors.isEmpty() ? u"none"_s
        : competitors.first().certain          ? u"certain"_s
                                               : u"possible"_s;
    QCOMPARE(seen, found);
}

void CompetingTest::beforeSigningInThePlaceDecides()
{
    Connection sketch;
    sketch.provider = u"shop"_s;
    sketch.inputs = {{u"shop"_s, u"Harbour"_s}};
    const QList<Connection> all {made(u"Warehouse"_s)};
    QCOMPARE(competitorsOf(pack(), sketch, all).size(), 1);
    QVERIFY(!competitorsOf(pack(), sketch, all).first().certain);
    QVERIFY(endsAnother(pack(), competitorsOf(pack(), sketch, all)));
    QVERIFY(!endsAnother(pack(std::nullopt), competitorsOf(pack(), sketch, all)));
    sketch.inputs.insert(u"shop"_s, u"quay"_s);
    QVERIFY(competitorsOf(pack(), sketch, all).isEmpty());
    QVERIFY(!endsAnother(pack(), {}));
}

void CompetingTest::explainsAfterTheFact()
{
    const Connection own = stopped(monday.addDays(2).addSecs(240));
    const Connection other = made(u"Warehouse"_s, monday.addDays(2));
    const CheckResult result = checkCompeting(pack(), own, {own, other});
    QVERIFY(!result.passed);
    QCOMPARE(toString(result.diagnosis->errorClass), u"competing_connection"_s);
    QCOMPARE(result.values.value(u"name"_s), u"Warehouse"_s);
    QCOMPARE(result.values.value(u"seconds"_s), u"240"_s);
}

void CompetingTest::whatCannotHaveDoneIt_data()
{
    QTest::addColumn<QDateTime>("theirs");
    QTest::addColumn<QDateTime>("failed");
    QTest::newRow("after the failure") << monday.addDays(3) << monday.addDays(2);
    QTest::newRow("before this one's own sign-in") << monday.addDays(-1) << monday.addDays(2);
    QTest::newRow("long before the failure") << monday.addDays(1) << monday.addDays(30);
}

void CompetingTest::whatCannotHaveDoneIt()
{
    QFETCH(QDateTime, theirs);
    QFETCH(QDateTime, failed);
    const Connection own = stopped(failed);
    const CheckResult result = checkCompeting(pack(), own, {own, made(u"Warehouse"_s, theirs)});
    QVERIFY(isOpen(result));
    QVERIFY(!result.values.contains(u"seconds"_s));
}

void CompetingTest::withoutALimitItIsAWarning()
{
    const Connection own = stopped(monday.addDays(2).addSecs(240));
    const Connection other = made(u"Warehouse"_s, monday.addDays(2));
    CheckResult result = checkCompeting(pack(std::nullopt), own, {own, other});
    QVERIFY(isOpen(result));
    QCOMPARE(result.values.value(u"seconds"_s), u"240"_s);
    Connection vague = other;
    vague.identity.clear();
    vague.organisation = {};
    vague.inputs.remove(u"shop"_s);
    result = checkCompeting(pack(std::nullopt), own, {own, vague});
    QCOMPARE(result.detail, u"none"_s);
}

void CompetingTest::manyUntilTheLimit()
{
    const Connection own = stopped(monday.addDays(2));
    QList<Connection> all {own, made(u"B"_s, monday.addDays(1))};
    QVERIFY(isOpen(checkCompeting(pack(2), own, all)));
    all.append(made(u"C"_s, monday.addDays(1).addSecs(60)));
    const CheckResult result = checkCompeting(pack(2), own, all);
    QVERIFY(!result.passed);
    QCOMPARE(result.values.value(u"name"_s), u"C"_s);
}

void CompetingTest::aNewSignInOfAnOlderConnectionCounts()
{
    const Connection own = stopped(monday.addDays(2));
    Connection other = made(u"Warehouse"_s, monday.addDays(-20));
    QVERIFY(isOpen(checkCompeting(pack(), own, {own, other})));
    other.renewed = Renewal {monday.addDays(2).addSecs(-60), std::nullopt};
    QVERIFY(!checkCompeting(pack(), own, {own, other}).passed);
}

RELINK_TEST(CompetingTest)
#include "tst_competing.moc"
