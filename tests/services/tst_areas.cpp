// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/areaaction.h"
#include "core/rules/areas.h"
#include "managerfixture.h"
#include "services/reconnectsession.h"
#include "support/testmain.h"

#include <QJsonArray>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject named(const QString &id, const QString &what)
{
    return {{u"id"_s, id},
            {u"what"_s, what},
            {u"url"_s, QString(u"https://api.acme.example/"_s + id)},
            {u"source"_s, u"made up for tests"_s}};
}

QJsonObject pack()
{
    QJsonObject json
        = QJsonDocument::fromJson(ManagerFixture::packJson(R"({"rotates": true})")).object();
    json.insert(u"named_probes"_s,
                QJsonArray {named(u"orders"_s, u"Orders"_s), named(u"stock"_s, u"Stock"_s)});
    return json;
}

HttpAnswer works()
{
    return jsonAnswer(200, "{}");
}

HttpAnswer refused(int status = 403)
{
    return jsonAnswer(status, "{}");
}

//! Kind and area of what the history got since the connection was made.
QStringList told(const ManagerFixture &f)
{
    QStringList lines;
    for (const HistoryEvent &event : f.fakes.history.events) {
        if (!areaOf(event.action).isEmpty())
            lines.append(QString(toString(event.kind) + u' ' + areaOf(event.action)));
    }
    return lines;
}

PastedError pasted(const QString &what, const QString &area = {})
{
    PastedError error;
    error.diagnosis.errorClass = ErrorClass::PermissionRole;
    error.text = u"403 Forbidden"_s;
    error.what = what;
    error.area = area;
    return error;
}

struct Fixture : ManagerFixture
{
    Fixture()
        : ManagerFixture(pack())
        , id(connected())
    {}

    void check(const QList<HttpAnswer> &answers)
    {
        for (const HttpAnswer &answer : answers)
            fakes.probe.answers.append(answer);
        (void)outcomeOf(manager->check(id));
    }

    QStringList stopped() const
    {
        QStringList names;
        for (const AreaReport &report : stoppedAreas(row(id).areas))
            names.append(report.what);
        return names;
    }

    ConnectionId id;
};

} // namespace

//! What a refused action leaves on a green light, and what takes it away.
class AreasManagerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    //! AMG-04, AMG-21
    void refusedAreaStaysGreenWithAMark()
    {
        Fixture f;
        f.check({f.me(), refused(), works()});
        QCOMPARE(f.light(f.id), u"green"_s);
        QCOMPARE(f.stopped(), QStringList {u"Orders"_s});
        QVERIFY(isMarked(f.row(f.id)));
        QVERIFY(reportOf(f.row(f.id).areas, u"stock"_s)->works);
        QCOMPARE(toString(f.row(f.id).areas.first().diagnosis.errorClass), u"plan_restriction"_s);
        QCOMPARE(told(f), QStringList {u"failure Orders"_s});
        const QList<ApiCall> &calls = f.fakes.probe.calls;
        QCOMPARE(calls.last().url, QUrl(u"https://api.acme.example/stock"_s));
        QCOMPARE(calls.last().method, QByteArray("GET"));
    }

    void toldOnceAndUntilItWorks()
    {
        Fixture f;
        f.check({f.me(), refused(), works()});
        const QDateTime since = f.row(f.id).areas.first().since;
        f.fakes.clock.advance(std::chrono::minutes(5));
        f.check({f.me(), refused(), works()});
        QCOMPARE(f.row(f.id).areas.first().since, since);
        f.check({f.me(), works(), works()});
        QCOMPARE(f.stopped(), QStringList());
        QVERIFY(!isMarked(f.row(f.id)));
        QCOMPARE(told(f), QStringList({u"failure Orders"_s, u"recovery Orders"_s}));
    }

    void survivesAStart()
    {
        Fixture f;
        f.check({f.me(), refused(), works()});
        ConnectionManager again(f.fakes.ports(), *f.catalogue);
        QVERIFY(again.load().ok());
        QVERIFY(isMarked(*again.connection(f.id)));
    }

    void aFaultThatPassesIsNoVerdict()
    {
        Fixture f;
        f.check({f.me(), refused(), works()});
        const qsizetype before = f.fakes.probe.calls.size();
        f.check({f.me(), refused(503)});
        QCOMPARE(f.fakes.probe.calls.size(), before + 2);
        QCOMPARE(f.stopped(), QStringList {u"Orders"_s});
        f.check({f.me(), refused(404), works()});
        QCOMPARE(f.stopped(), QStringList {u"Orders"_s});
    }

    void redAsksForNothingMore()
    {
        Fixture f;
        const qsizetype before = f.fakes.probe.calls.size();
        f.check({refused()});
        QCOMPARE(f.light(f.id), u"red"_s);
        QCOMPARE(f.fakes.probe.calls.size(), before + 1);
        QVERIFY(f.row(f.id).areas.isEmpty());
    }

    void upkeepAsksNowAndThen()
    {
        Fixture f;
        f.check({f.me(), works(), works()});
        const auto inPassing = [&f](const QList<HttpAnswer> &answers) {
            const qsizetype before = f.fakes.probe.calls.size();
            for (const HttpAnswer &answer : answers)
                f.fakes.probe.answers.append(answer);
            (void)outcomeOf(f.manager->checkInPassing(f.id));
            return f.fakes.probe.calls.size() - before;
        };
        f.fakes.clock.advance(std::chrono::minutes(15));
        QCOMPARE(inPassing({f.me()}), 1);
        f.fakes.clock.advance(std::chrono::hours(24));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        QCOMPARE(inPassing({f.me(), refused(), works()}), 3);
        QCOMPARE(f.stopped(), QStringList {u"Orders"_s});
    }

    //! AMG-01
    void pastedErrorMarksWhatWasBeingDone()
    {
        Fixture f;
        QVERIFY(outcomeOf(f.manager->keep(f.id, pasted(u"Profit report"_s))).ok());
        QCOMPARE(f.light(f.id), u"green"_s);
        QCOMPARE(f.stopped(), QStringList {u"Profit report"_s});
        QCOMPARE(areaOf(f.fakes.history.events.last().action), u"Profit report"_s);
        QVERIFY(isPasted(f.fakes.history.events.last().action));
        QVERIFY(!f.fakes.history.events.last().resolved);
        // Nobody but the merchant knows of it.
        f.check({f.me(), works(), works()});
        QCOMPARE(f.stopped(), QStringList {u"Profit report"_s});
        QVERIFY(f.manager->areaWorksAgain(f.id, stoppedAreas(f.row(f.id).areas).first()).ok());
        QVERIFY(!isMarked(f.row(f.id)));
        QCOMPARE(told(f), QStringList({u"failure Profit report"_s, u"recovery Profit report"_s}));
    }

    void pastedErrorOfAnAreaGoesWithItsProbe()
    {
        Fixture f;
        QVERIFY(outcomeOf(f.manager->keep(f.id, pasted(u"Orders"_s, u"orders"_s))).ok());
        QCOMPARE(f.stopped(), QStringList {u"Orders"_s});
        f.check({f.me(), works(), works()});
        QCOMPARE(f.stopped(), QStringList());
    }

    void withoutAnAnswerNothingIsMarked()
    {
        Fixture f;
        QVERIFY(outcomeOf(f.manager->keep(f.id, pasted({}))).ok());
        QVERIFY(f.row(f.id).areas.isEmpty());
        QCOMPARE(f.fakes.history.events.last().action, QString(pastedAction));
        QVERIFY(f.fakes.history.events.last().resolved);
    }

    //! XRM-14: a test order says nothing of a report.
    void aProofTakesMarksAway()
    {
        Fixture f;
        QVERIFY(outcomeOf(f.manager->keep(f.id, pasted(u"Orders"_s, u"orders"_s))).ok());
        QVERIFY(outcomeOf(f.manager->keep(f.id, pasted(u"Profit report"_s))).ok());
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
        f.check({f.unauthorized()});
        QCOMPARE(f.light(f.id), u"red"_s);
        auto session = f.manager->startReconnect(f.id);
        bool proven = false;
        for (int i = 0; i < 100 && !proven && session->currentStep(); ++i) {
            const Step step = *session->currentStep();
            proven = step.rows.contains(u"XRM-14"_s);
            if (step.action == StepAction::Authorize) {
                f.fakes.tokenEndpoint.answers = {jsonAnswer(200, f.tokens("b1", "s1"))};
                f.fakes.probe.answers = {f.me()};
                session->act();
            } else if (step.kind == StepKind::Verify) {
                f.fakes.probe.answers = {f.me()};
                session->run();
            } else if (step.kind == StepKind::Check) {
                f.fakes.probe.answers = {HttpAnswer {200, {}, "front door"}, f.unauthorized()};
                session->run();
            } else if (!step.options.isEmpty()) {
                session->answer(proven ? u"worked"_s : step.options.first().id);
            } else if (step.kind == StepKind::Question) {
                session->markDone();
            } else if (step.kind != StepKind::Explain && step.kind != StepKind::Support) {
                session->skip();
            }
            if (!proven)
                session->next();
        }
        QVERIFY(proven);
        f.fakes.probe.answers = {f.me(), works(), works()};
        QVERIFY(outcomeOf(session->saveAndContinue()).ok());
        QCOMPARE(f.light(f.id), u"green"_s);
        QCOMPARE(f.stopped(), QStringList {u"Profit report"_s});
        // A mark that is left is reason enough to ask what the named probes say.
        QVERIFY(reportOf(f.row(f.id).areas, u"stock"_s)->works);
    }

    void secretsInOwnWordsAreNotKept()
    {
        Fixture f;
        const QString secret = u"access_token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijk"_s;
        QVERIFY(outcomeOf(f.manager->keep(f.id, pasted(secret))).ok());
        QVERIFY(!f.row(f.id).areas.first().what.contains(u"eyJ"_s));
        QVERIFY(!f.fakes.history.events.last().action.contains(u"eyJ"_s));
    }
};

RELINK_TEST(AreasManagerTest)

#include "tst_areas.moc"
