// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/areas.h"
#include "core/rules/classify.h"
#include "core/rules/impact.h"
#include "support/testmain.h"

#include <QTest>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int minute)
{
    return QDateTime({2026, 11, 17}, {8, minute}, Qt::UTC);
}

AreaReport report(const QString &area, bool works, int minute)
{
    AreaReport r;
    r.area = area;
    r.what = area;
    r.works = works;
    r.since = at(minute);
    r.checkedAt = at(minute);
    return r;
}

AuthError refused(int status, const QString &code = {})
{
    AuthError error;
    error.origin = ErrorOrigin::Resource;
    error.httpStatus = status;
    error.code = code;
    return error;
}

std::optional<Diagnosis> refusalOf(const AuthError &error)
{
    return areaRefusal(error, classify(error, ErrorStage::Api, nullptr));
}

Connection connection(const QString &id, Health health)
{
    Connection c;
    c.id.value = id;
    c.state.health = health;
    c.state.verifiedAt = at(0);
    c.state.since = at(0);
    return c;
}

ProviderPack shop()
{
    ProviderPack pack;
    pack.namedProbes = {{u"orders"_s, u"Orders"_s, {}, {}}, {u"stock"_s, u"Stock"_s, {}, {}}};
    pack.authMethods.append(AuthMethod());
    return pack;
}

} // namespace

//! What is known of the things a connection is used for, and what it stops.
class AreasTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneReportAnArea()
    {
        QList<AreaReport> reports = withReport({}, report(u"orders"_s, true, 1));
        reports = withReport(reports, report(u"stock"_s, true, 1));
        reports = withReport(reports, report(u"orders"_s, false, 5));
        QCOMPARE(reports.size(), 2);
        QCOMPARE(stoppedAreas(reports).size(), 1);
        QCOMPARE(reportOf(reports, u"orders"_s)->since, at(5));
        QVERIFY(!reportOf(reports, u"labels"_s));
    }

    void timeIsOfTheFirstOfEqualOnes()
    {
        QList<AreaReport> reports = withReport({}, report(u"orders"_s, false, 5));
        reports = withReport(reports, report(u"orders"_s, false, 20));
        QCOMPARE(reports.first().since, at(5));
        QCOMPARE(reports.first().checkedAt, at(20));
        reports = withReport(reports, report(u"orders"_s, true, 30));
        QCOMPARE(reports.first().since, at(30));
    }

    void ownWordsAreOneAreaHoweverWritten()
    {
        AreaReport first = report({}, false, 1);
        first.what = u"Profit report"_s;
        AreaReport again = report({}, false, 9);
        again.what = u" profit  Report "_s;
        AreaReport other = report({}, false, 9);
        other.what = u"VAT report"_s;
        const auto reports = withReport(withReport(withReport({}, first), again), other);
        QCOMPARE(reports.size(), 2);
        QCOMPARE(reports.first().since, at(1));
        QVERIFY(!reportOf(reports, {}));
    }

    //! AMG-21: the rest works, so it is not the sign-in.
    void refusedAloneMeansPermissionOrPlan_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorClass>("expected");
        QTest::newRow("bare 403") << 403 << QString() << ErrorClass::PlanRestriction;
        QTest::newRow("401") << 401 << QString() << ErrorClass::PlanRestriction;
        QTest::newRow("invalid_token")
            << 401 << QString(u"invalid_token"_s) << ErrorClass::PlanRestriction;
        QTest::newRow("402") << 402 << QString() << ErrorClass::PlanRestriction;
        QTest::newRow("scope") << 403 << QString(u"insufficient_scope"_s)
                               << ErrorClass::PermissionScope;
    }
    void refusedAloneMeansPermissionOrPlan()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(ErrorClass, expected);
        const auto diagnosis = refusalOf(refused(status, code));
        QVERIFY(diagnosis);
        QCOMPARE(toString(diagnosis->errorClass), toString(expected));
        QCOMPARE(toString(diagnosis->action), u"ask_administrator"_s);
        QList<ErrorClass> readings {diagnosis->errorClass};
        for (const Alternative &a : diagnosis->alternatives)
            readings.append(a.errorClass);
        for (const ErrorClass c : {ErrorClass::PermissionScope, ErrorClass::PlanRestriction,
                                   ErrorClass::PermissionRole}) {
            QCOMPARE(readings.count(c), 1);
        }
    }

    void noVerdict_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 404, 405, 408, 410, 429, 500, 503})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void noVerdict()
    {
        QFETCH(int, status);
        QVERIFY(!refusalOf(refused(status)));
    }

    void networkIsNoVerdict()
    {
        AuthError error = refused(403);
        error.origin = ErrorOrigin::Transport;
        QVERIFY(!refusalOf(error));
    }

    void latestRefusalIsTold()
    {
        AreaReport old = report(u"orders"_s, false, 1);
        old.diagnosis.errorClass = ErrorClass::PermissionRole;
        AreaReport fresh = report(u"stock"_s, false, 2);
        fresh.diagnosis.errorClass = ErrorClass::PlanRestriction;
        QCOMPARE(toString(toldByAreas({old, fresh, report(u"labels"_s, true, 3)})->errorClass),
                 u"plan_restriction"_s);
        QVERIFY(!toldByAreas({report(u"labels"_s, true, 3)}));
    }

    void askedAlongWithOtherChecks()
    {
        QVERIFY(areasAreDue({}, at(0)));
        const QList<AreaReport> well {report(u"orders"_s, true, 0)};
        QVERIFY(!areasAreDue(well, at(0).addSecs(23 * 3600)));
        QVERIFY(areasAreDue(well, at(0).addSecs(24 * 3600)));
        QVERIFY(areasAreDue(well, at(0).addSecs(-60)));
        const QList<AreaReport> refused = well + QList {report(u"stock"_s, false, 0)};
        QVERIFY(!areasAreDue(refused, at(59)));
        QVERIFY(areasAreDue(refused, at(0).addSecs(3600)));
        AreaReport pasted = report(u"labels"_s, false, 0);
        pasted.source = AreaSource::Pasted;
        QVERIFY(areasAreDue({pasted}, at(1)));
        QVERIFY(!areasAreDue(well + QList {pasted}, at(0).addSecs(2 * 3600)));
    }

    void whatThePackForgotIsForgotten()
    {
        AreaReport pasted = report(u"labels"_s, false, 0);
        pasted.source = AreaSource::Pasted;
        const auto left = withoutForgotten(
            {report(u"orders"_s, false, 1), report(u"stock"_s, true, 1), pasted}, {u"stock"_s});
        QCOMPARE(left.size(), 2);
        QCOMPARE(left.first().area, u"stock"_s);
    }

    void aMarkTellsTheReconnect()
    {
        Connection c = connection(u"a"_s, Health::Connected);
        QVERIFY(!toldByMark(c));
        c.areas = {report(u"orders"_s, false, 1)};
        c.areas.first().diagnosis.errorClass = ErrorClass::PlanRestriction;
        QCOMPARE(toString(toldByMark(c)->errorClass), u"plan_restriction"_s);
        c.state.health = Health::NeedsAuthorization;
        QVERIFY(!toldByMark(c));
    }

    void greenWithoutMarksStopsNothing()
    {
        const ProviderPack pack = shop();
        Connection c = connection(u"a"_s, Health::Connected);
        c.areas = {report(u"orders"_s, true, 1)};
        const Impact impact = impactOf(c, &pack, {{u"p"_s, u"Pair"_s, c.id, {u"b"_s}}});
        QVERIFY(impact.isNothing());
        QCOMPARE(impact.pairs, 0);
    }

    void markStopsItsArea()
    {
        const ProviderPack pack = shop();
        Connection c = connection(u"a"_s, Health::Connected);
        c.areas = {report(u"orders"_s, false, 1)};
        const Impact impact = impactOf(c, &pack, {{u"p"_s, u"Pair"_s, c.id, {u"b"_s}}});
        QVERIFY(!impact.everything);
        QCOMPARE(impact.areas.size(), 1);
        QCOMPARE(impact.pairs, 1);
    }

    void redStopsAllThatThePackNames()
    {
        const ProviderPack pack = shop();
        Connection c = connection(u"a"_s, Health::NeedsAuthorization);
        AreaReport own = report({}, false, 1);
        own.what = u"Profit report"_s;
        c.areas = {report(u"orders"_s, false, 1), report(u"stock"_s, true, 1), own};
        const Impact impact = impactOf(c, &pack, {});
        QVERIFY(impact.everything);
        QStringList what;
        for (const AreaReport &area : impact.areas)
            what.append(area.what);
        QCOMPARE(what, QStringList({u"orders"_s, u"Profit report"_s, u"Stock"_s}));
        QVERIFY(impactOf(c, nullptr, {}).everything);
        QCOMPARE(impactOf(c, nullptr, {}).areas.size(), 2);
    }

    void waysOfConnectingHaveTheirOwn()
    {
        ProviderPack pack = shop();
        pack.authMethods.first().namedProbes = QList<NamedProbe>();
        QVERIFY(impactOf(connection(u"a"_s, Health::RevokedHere), &pack, {}).areas.isEmpty());
    }

    void orderOfMending()
    {
        const QList<AreaReport> one {report(u"orders"_s, false, 1)};
        const QList<AreaReport> two {report(u"orders"_s, false, 1), report(u"stock"_s, false, 1)};
        const QList<Impact> inOrder {
            {true, 2, one},  {true, 1, two},  {true, 1, one}, {true, 0, {}},
            {false, 1, one}, {false, 0, two}, {false, 0, {}},
        };
        for (qsizetype i = 0; i < inOrder.size(); ++i) {
            for (qsizetype k = 0; k < inOrder.size(); ++k)
                QCOMPARE(stopsMore(inOrder[i], inOrder[k]), i < k);
        }
    }
};

RELINK_TEST(AreasTest)

#include "tst_areas.moc"
