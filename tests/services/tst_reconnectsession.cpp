// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

ConnectionId revokedConnection(ManagerFixture &f)
{
    const ConnectionId id = f.connected();
    f.fakes.probe.answers.append(f.unauthorized());
    f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
    (void)outcomeOf(f.manager->check(id));
    return id;
}

//! Walks to the step: checks run against an unreachable front door and a dead grant, questions get
//! their first answer, what can be skipped is skipped.
void walkTo(ManagerFixture &f, ReconnectSession &session, const QString &step)
{
    for (int i = 0; i < 100 && session.currentStep() && session.currentStep()->id != step; ++i) {
        const Step &current = *session.currentStep();
        switch (current.kind) {
        case StepKind::Check:
        case StepKind::Verify:
            f.fakes.probe.answers.append(HttpAnswer {200, {}, "front door"});
            f.fakes.probe.answers.append(f.unauthorized());
            session.run();
            break;
        case StepKind::Question:
            if (current.options.isEmpty())
                session.markDone();
            else
                session.answer(current.options.first().id);
            break;
        case StepKind::External:
        case StepKind::Action:
            session.skip();
            break;
        case StepKind::Explain:
        case StepKind::Support:
            break;
        }
        session.next();
    }
}

void authorize(ManagerFixture &f, ReconnectSession &session, const QByteArray &who = "org-1")
{
    f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("b1", "s1")));
    f.fakes.probe.answers.append(f.me(who));
    session.act();
}

} // namespace

//! The guided reconnect with its effects: nothing of the connection changes before Save + Continue.
class ReconnectSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromRedToGreen()
    {
        ManagerFixture f;
        const ConnectionId id = revokedConnection(f);
        QCOMPARE(f.light(id), u"red"_s);
        auto session = f.manager->startReconnect(id);
        walkTo(f, *session, u"check_computer"_s);
        f.fakes.probe.answers.append(HttpAnswer {
            200, {{"Date", "Sun, 22 Nov 2026 11:00:00 GMT"}}, "front door, three hours ahead"});
        f.fakes.probe.answers.append(f.unauthorized());
        session->run();
        QMap<CheckId, CheckResult> results;
        for (const CheckResult &result : session->record(u"check_computer"_s).checks)
            results.insert(result.check, result);
        QVERIFY(results[CheckId::Network].passed);
        QVERIFY(!results[CheckId::Clock].passed);
        QCOMPARE(results[CheckId::Clock].values[u"minutes"_s], u"-180"_s);
        QVERIFY(results[CheckId::Keychain].passed);
        QVERIFY(!results[CheckId::Grant].passed);
        session->next();
        QCOMPARE(session->currentStep()->id, u"authorize"_s);
        authorize(f, *session);
        // Pending until Save + Continue: row and item are as they were.
        QCOMPARE(f.light(id), u"red"_s);
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a1"));
        QCOMPARE(f.stored(id, u".pending"_s).accessToken.reveal(), QByteArray("b1"));
        QVERIFY(!outcomeOf(session->saveAndContinue()).ok()); // not verified yet
        session->next();
        f.fakes.probe.answers.append(f.me());
        session->run();
        QVERIFY(session->isVerified());
        QVERIFY(outcomeOf(session->saveAndContinue()).ok());
        QCOMPARE(f.light(id), u"green"_s);
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("b1"));
        QCOMPARE(f.fakes.secrets.items.size(), 1); // the pending item is gone
        QVERIFY(!f.manager->hasHalfFinishedReconnect(id));
    }

    void whatWorksIsNotCalledExpired()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        auto session = f.manager->startReconnect(id);
        QCOMPARE(toString(session->diagnosis().errorClass), u"not_an_error"_s);
        QCOMPARE(session->diagnosis().cause, u"works"_s);
        // Authorising anew on purpose remains possible.
        walkTo(f, *session, u"authorize"_s);
        QCOMPARE(session->currentStep()->id, u"authorize"_s);
    }

    //! Without a probe nobody was asked, and nothing says that it works.
    void withoutAProbeTheVerificationIsOpen()
    {
        ManagerFixture f;
        ConnectRequest request = f.request();
        request.provider = u"sage_intacct"_s;
        request.secrets.insert(u"client_secret"_s, SecretBytes("secret"));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "r1")));
        const auto connected = outcomeOf(f.manager->connectAccount(request, nullptr));
        QVERIFY(connected);
        auto session = f.manager->startReconnect(connected->id);
        QCOMPARE(session->diagnosis().cause, u"unconfirmed"_s);
        walkTo(f, *session, u"authorize"_s);
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("b1", "s1")));
        session->act();
        session->next();
        QCOMPARE(session->currentStep()->id, u"verify"_s);
        session->run();
        const StepRecord record = session->record(u"verify"_s);
        QCOMPARE(toString(record.status), u"done"_s);
        QCOMPARE(record.checks.size(), 1);
        QCOMPARE(record.checks.first().detail, u"no_probe"_s);
        QVERIFY(outcomeOf(session->saveAndContinue()).ok());
        QCOMPARE(f.health(connected->id), u"unverified"_s);
    }

    void cancelAnywhereChangesNothing()
    {
        for (const QString &where : {u"check_computer"_s, u"authorize"_s, u"verify"_s}) {
            ManagerFixture f;
            const ConnectionId id = revokedConnection(f);
            const Connection before = f.row(id);
            const auto items = f.fakes.secrets.items;
            auto session = f.manager->startReconnect(id);
            walkTo(f, *session, where == u"verify"_s ? u"authorize"_s : where);
            if (where == u"verify"_s) {
                authorize(f, *session);
                session->next();
            }
            QCOMPARE(session->currentStep()->id, where);
            QVERIFY(outcomeOf(session->cancel()).ok());
            QVERIFY(f.row(id) == before);
            QVERIFY(f.fakes.secrets.items == items);
            QVERIFY(!f.manager->hasHalfFinishedReconnect(id));
        }
    }

    void resumesWithThePendingGrant()
    {
        ManagerFixture f;
        const ConnectionId id = revokedConnection(f);
        {
            auto session = f.manager->startReconnect(id);
            walkTo(f, *session, u"authorize"_s);
            authorize(f, *session);
            session->next();
        } // the program ends
        ConnectionManager later(f.fakes.ports(), *f.catalogue);
        QVERIFY(later.load().ok());
        QVERIFY(later.hasHalfFinishedReconnect(id));
        auto session = later.startReconnect(id);
        QCOMPARE(session->currentStep()->id, u"verify"_s);
        f.fakes.probe.answers.append(f.me());
        session->run();
        QVERIFY(outcomeOf(session->saveAndContinue()).ok());
        QCOMPARE(toString(lightFor(later.connection(id)->state)), u"green"_s);
    }

    void resumingSaysWhereItWasLeftAndLooksAgain()
    {
        ManagerFixture f;
        const ConnectionId id = revokedConnection(f);
        const QDateTime left = f.fakes.clock.time;
        {
            auto session = f.manager->startReconnect(id);
            QVERIFY(!session->leftAt());
            QVERIFY(!session->freshChecks());
            walkTo(f, *session, u"authorize"_s);
        } // the program ends
        f.fakes.clock.time = left.addDays(1);
        ConnectionManager later(f.fakes.ports(), *f.catalogue);
        QVERIFY(later.load().ok());
        f.fakes.probe.calls.clear();
        f.fakes.probe.answers = {HttpAnswer {200, {}, "front door"}, f.unauthorized()};
        auto session = later.startReconnect(id);
        const std::optional<LeftAt> place = session->leftAt();
        QVERIFY(place);
        QCOMPARE(place->time, left);
        QCOMPARE(place->step, u"authorize"_s);
        QCOMPARE(place->done, QStringList {u"what_happened"_s});
        const Step *again = session->freshChecks();
        QVERIFY(again);
        QTRY_VERIFY(session->record(again->id).status != StepStatus::Running);
        QCOMPARE(f.fakes.probe.calls.size(), 2);
        QCOMPARE(session->record(again->id).checks.size(), again->checks.size());
        QCOMPARE(session->record(again->id).at, f.fakes.clock.time);
        QCOMPARE(session->currentStep()->id, u"authorize"_s);
    }

    void anotherAccountIsNotTakenSilently()
    {
        ManagerFixture f;
        const ConnectionId id = revokedConnection(f);
        auto session = f.manager->startReconnect(id);
        walkTo(f, *session, u"authorize"_s);
        authorize(f, *session, "org-2");
        QCOMPARE(toString(session->record(u"authorize"_s).status), u"failed"_s);
        QCOMPARE(session->record(u"authorize"_s).error->code, u"different_account"_s);
        QVERIFY(!f.fakes.secrets.items.contains(f.row(id).secretAccount + u".pending"_s));
    }

    void decliningLeavesTheStepOpen()
    {
        ManagerFixture f;
        const ConnectionId id = revokedConnection(f);
        auto session = f.manager->startReconnect(id);
        walkTo(f, *session, u"authorize"_s);
        AuthError declined;
        declined.origin = ErrorOrigin::AuthorizationEndpoint;
        declined.code = u"access_denied"_s;
        f.fakes.agent.answer = Result<AuthorizationGrant>(declined);
        session->act();
        QCOMPARE(toString(session->record(u"authorize"_s).status), u"open"_s);
    }

    //! The other one of the pair was removed while the reconnect was left half-finished.
    void aPartnerThatIsGoneIsNotAskedFor()
    {
        ManagerFixture f;
        const ConnectionId id = revokedConnection(f);
        {
            auto session = f.manager->startReconnect(id);
            session->next();
        }
        QVERIFY(f.fakes.progress.stored.contains(id));
        ReconnectProgress &left = f.fakes.progress.stored[id];
        left.partner = ConnectionId {u"gone"_s};
        left.partnerPendingGrant = true;
        left.current = 1;
        Step revoke = left.plan.steps.first();
        revoke.id = u"revoke_partner"_s;
        revoke.kind = StepKind::Action;
        revoke.action = StepAction::Revoke;
        revoke.side = StepSide::Partner;
        left.plan.steps.insert(1, revoke);
        left.records[revoke.id].status = StepStatus::Done;
        left.records[revoke.id].outcome = u"removed_here"_s;
        auto session = f.manager->startReconnect(id);
        QVERIFY(!session->leftAt());
        QVERIFY(!session->revoked(StepSide::Partner));
        QVERIFY(!session->partner());
        QVERIFY(session->currentStep());
    }

    //! Rows of another version, or damaged ones, begin anew and hold nobody.
    void whatCannotBeWalkedBeginsAnew()
    {
        ManagerFixture f;
        const ConnectionId id = revokedConnection(f);
        {
            auto session = f.manager->startReconnect(id);
            session->next();
        }
        const ReconnectProgress sound = f.fakes.progress.stored[id];
        const QList<std::function<void(ReconnectProgress &)>> damages {
            [](ReconnectProgress &p) { p.plan.steps.clear(); },
            [](ReconnectProgress &p) { p.current = 99; },
            [](ReconnectProgress &p) { p.plan.steps.removeLast(); },
            [](ReconnectProgress &p) { p.plan.steps[1].id = p.plan.steps[0].id; },
            [](ReconnectProgress &p) {
                for (Step &step : p.plan.steps)
                    step.checks.clear();
            },
            [](ReconnectProgress &p) {
                for (Step &step : p.plan.steps)
                    step.action = StepAction::None;
            },
        };
        for (const auto &damage : damages) {
            ReconnectProgress odd = sound;
            damage(odd);
            f.fakes.progress.stored[id] = odd;
            auto session = f.manager->startReconnect(id);
            QVERIFY(!session->leftAt());
            QVERIFY(session->currentStep());
            QCOMPARE(session->progress().current, 0);
        }
        f.fakes.progress.stored[id] = sound;
        QVERIFY(f.manager->startReconnect(id)->leftAt());
    }

    //! A name that was given meanwhile stays.
    void savingKeepsWhatWasChangedMeanwhile()
    {
        ManagerFixture f;
        const ConnectionId id = revokedConnection(f);
        auto session = f.manager->startReconnect(id);
        walkTo(f, *session, u"authorize"_s);
        authorize(f, *session);
        QVERIFY(f.manager->rename(id, u"Another name"_s).ok());
        session->next();
        f.fakes.probe.answers.append(f.me());
        session->run();
        QVERIFY(outcomeOf(session->saveAndContinue()).ok());
        QCOMPARE(f.manager->connection(id)->name, u"Another name"_s);
        QCOMPARE(f.light(id), u"green"_s);
    }
};

RELINK_TEST(ReconnectSessionTest)
#include "tst_reconnectsession.moc"
