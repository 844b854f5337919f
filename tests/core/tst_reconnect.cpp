// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parserecipe.h"
#include "core/rules/reconnect.h"
#include "support/testmain.h"

#include <QFile>
#include <QRandomGenerator>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);

Recipe genericRecipe()
{
    QFile file(QStringLiteral(RELINK_SOURCE_DIR "/resources/recipes/generic.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<Recipe> recipe = parseRecipe(file.readAll());
    return recipe ? *recipe : Recipe {};
}

ReconnectProgress started(ErrorClass errorClass, AuthKind kind = AuthKind::AuthorizationCode)
{
    Diagnosis diagnosis;
    diagnosis.errorClass = errorClass;
    ReconnectProgress progress;
    progress.plan = planReconnect(diagnosis, kind, genericRecipe());
    return progress;
}

QStringList stepsOf(const ReconnectProgress &progress)
{
    QStringList ids;
    for (const Step &step : progress.plan.steps)
        ids.append(step.id);
    return ids;
}

void feed(ReconnectProgress &progress, const StepEvent &event)
{
    progress = advance(progress, event, now).progress;
}

void passChecks(ReconnectProgress &progress)
{
    feed(progress, stepevent::Run {});
    for (const CheckId check : currentStep(progress)->checks)
        feed(progress, stepevent::CheckFinished {{check, true, {}, {}, {}}});
}

//! Does whatever the current step needs, the way it goes well.
void goOn(ReconnectProgress &progress)
{
    switch (currentStep(progress)->kind) {
    case StepKind::Check:
        passChecks(progress);
        break;
    case StepKind::Action:
        feed(progress, stepevent::Act {});
        feed(progress, stepevent::ActionSucceeded {true, true});
        break;
    case StepKind::External:
    case StepKind::Question:
        feed(progress, stepevent::MarkDone {});
        break;
    case StepKind::Verify:
        feed(progress, stepevent::Run {});
        feed(progress, stepevent::Verified {});
        break;
    case StepKind::Explain:
    case StepKind::Support:
        break;
    }
    feed(progress, stepevent::Next {});
}

} // namespace

class ReconnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedRecipeIsSound()
    {
        QFile file(QStringLiteral(RELINK_SOURCE_DIR "/resources/recipes/generic.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Recipe> recipe = parseRecipe(file.readAll());
        QVERIFY2(recipe.ok(), recipe ? "" : qPrintable(recipe.error().description));
        for (const ErrorClass errorClass : allErrorClasses()) {
            int causes = 0;
            for (const RecipeCause &cause : recipe->causes)
                causes += int(cause.classes.count(errorClass));
            QVERIFY2(causes == 1, qPrintable(toString(errorClass)));
        }
    }

    void everyClassAndKindLeadsToAVerifiedEnd_data()
    {
        QTest::addColumn<int>("errorClass");
        QTest::addColumn<int>("kind");
        for (const ErrorClass errorClass : allErrorClasses()) {
            for (const auto kind :
                 {AuthKind::AuthorizationCode, AuthKind::ApiKey, AuthKind::Login,
                  AuthKind::DeviceCode, AuthKind::ClientCredentials, AuthKind::JwtBearer,
                  AuthKind::RefreshToken, AuthKind::Delegated})
                QTest::addRow("%s %d", qPrintable(toString(errorClass)), int(kind))
                    << int(errorClass) << int(kind);
        }
    }
    void everyClassAndKindLeadsToAVerifiedEnd()
    {
        QFETCH(int, errorClass);
        QFETCH(int, kind);
        ReconnectProgress progress = started(ErrorClass(errorClass), AuthKind(kind));
        QVERIFY(!progress.plan.steps.isEmpty());
        QCOMPARE(toString(progress.plan.steps.first().kind), toString(StepKind::Explain));
        QCOMPARE(toString(progress.plan.steps.last().kind), toString(StepKind::Verify));
        for (int i = 0; i < 20 && currentStep(progress); ++i)
            goOn(progress);
        QVERIFY(!currentStep(progress));
        QVERIFY(isVerified(progress));
    }

    //! Nothing of what another product holds is looked at or sent.
    void whatIsHeldElsewhereIsOnlyAskedAbout()
    {
        for (const ErrorClass errorClass : allErrorClasses()) {
            for (const Step &step : started(errorClass, AuthKind::Delegated).plan.steps)
                QVERIFY(step.kind != StepKind::Check && step.kind != StepKind::Action);
        }
    }

    void gentlestFirst()
    {
        const QStringList steps = stepsOf(started(ErrorClass::ExpiredAccess));
        QVERIFY(steps.indexOf(u"refresh"_s) < steps.indexOf(u"authorize"_s));
        // A successful refresh leaves the sign-in out.
        ReconnectProgress progress = started(ErrorClass::ExpiredAccess);
        while (currentStep(progress)->id != "refresh"_L1)
            goOn(progress);
        feed(progress, stepevent::Act {});
        feed(progress, stepevent::ActionSucceeded {true, false});
        feed(progress, stepevent::Next {});
        QCOMPARE(currentStep(progress)->id, u"verify"_s);
    }

    void aFailedRefreshLeadsToTheSignIn()
    {
        ReconnectProgress progress = started(ErrorClass::ExpiredAccess);
        while (currentStep(progress)->id != "refresh"_L1)
            goOn(progress);
        feed(progress, stepevent::Act {});
        feed(progress, stepevent::ActionFailed {localError(code::answerLost)});
        QVERIFY(canContinue(progress));
        feed(progress, stepevent::Next {});
        QCOMPARE(currentStep(progress)->id, u"authorize"_s);
    }

    void backUndoesNextAndRepeatsNoAction()
    {
        ReconnectProgress progress = started(ErrorClass::ExpiredRefresh);
        while (currentStep(progress)->id != "authorize"_L1)
            goOn(progress);
        feed(progress, stepevent::Act {});
        feed(progress, stepevent::ActionSucceeded {true, true});
        feed(progress, stepevent::Next {});
        feed(progress, stepevent::Back {});
        QCOMPARE(currentStep(progress)->id, u"authorize"_s);
        const Advance again = advance(progress, stepevent::Act {}, now);
        QVERIFY(again.effects.isEmpty());
        QCOMPARE(again.progress, progress);
    }

    void anUnverifiedPlanDoesNotEnd()
    {
        ReconnectProgress progress = started(ErrorClass::Revoked);
        while (currentStep(progress)->id != "verify"_L1)
            goOn(progress);
        feed(progress, stepevent::Run {});
        feed(progress, stepevent::VerifyFailed {localError(code::dns)});
        QVERIFY(!canContinue(progress));
        QVERIFY(!isVerified(progress));
        // The authorisation may be repeated, since it did not mend.
        feed(progress, stepevent::Back {});
        QVERIFY(!advance(progress, stepevent::Act {}, now).effects.isEmpty());
    }

    void whatRanWhenTheProgramWasKilledIsOpenAgain()
    {
        ReconnectProgress progress = started(ErrorClass::Revoked);
        goOn(progress);
        feed(progress, stepevent::Run {});
        QVERIFY(isRunning(progress));
        feed(progress, stepevent::Resume {});
        QVERIFY(!isRunning(progress));
        QVERIFY(!advance(progress, stepevent::Run {}, now).effects.isEmpty());
    }

    //! What was found before a restart may have changed since.
    void whatWasFoundIsLookedAtAfreshOnResuming()
    {
        ReconnectProgress progress = started(ErrorClass::Revoked);
        while (currentStep(progress)->kind != StepKind::Action)
            goOn(progress);
        const QString place = currentStep(progress)->id;
        Advance next = advance(progress, stepevent::Resume {}, now);
        progress = next.progress;
        QCOMPARE(currentStep(progress)->id, place);
        const auto runs
            = std::count_if(next.effects.begin(), next.effects.end(), [](const StepEffect &effect) {
                  return std::holds_alternative<stepeffect::RunChecks>(effect);
              });
        QCOMPARE(runs, 1);
        const Step *again = recheckedStep(progress);
        QVERIFY(again);
        const QString id = again->id;
        // The person may go on meanwhile; the results arrive where they belong.
        QVERIFY(!isRunning(progress));
        const QList<CheckId> checks = again->checks;
        for (const CheckId check : checks)
            feed(progress,
                 stepevent::CheckFinished {{check, check != CheckId::Keychain, {}, {}, {}}});
        QCOMPARE(toString(recordOf(progress, id).status), toString(StepStatus::Failed));
        QCOMPARE(recordOf(progress, id).checks.size(), checks.size());
        QVERIFY(!recheckedStep(progress));
        while (currentStep(progress))
            goOn(progress);
        QVERIFY(isVerified(progress));
        feed(progress, stepevent::Resume {});
        QVERIFY(!isVerified(progress));
        QVERIFY(currentStep(progress) && currentStep(progress)->kind == StepKind::Verify);
    }

    //! Whatever is clicked in whatever order: the place stays inside the plan, Save + Continue is
    //! open only after a verification, and no action runs twice without having failed between.
    void randomWalksStaySound()
    {
        QRandomGenerator random(20261122);
        const QList<StepEvent> events {
            stepevent::Run {},
            stepevent::Rerun {},
            stepevent::Act {},
            stepevent::ActionSucceeded {true, true},
            stepevent::ActionFailed {},
            stepevent::ActionCancelled {},
            stepevent::Verified {},
            stepevent::VerifyFailed {},
            stepevent::Next {},
            stepevent::Next {},
            stepevent::Back {},
            stepevent::MarkDone {},
            stepevent::MarkNotPossible {},
            stepevent::Skip {},
            stepevent::Resume {},
            stepevent::CheckFinished {{CheckId::Network, true, {}, {}, {}}},
            stepevent::CheckFinished {{CheckId::Clock, true, {}, {}, {}}},
            stepevent::CheckFinished {{CheckId::Keychain, false, {}, {}, {}}},
            stepevent::CheckFinished {{CheckId::Grant, false, {}, {}, {}}},
        };
        for (int walk = 0; walk < 300; ++walk) {
            ReconnectProgress progress
                = started(allErrorClasses()[walk % allErrorClasses().size()], AuthKind(walk % 3));
            for (int i = 0; i < 80; ++i) {
                const StepEvent event = events[random.bounded(int(events.size()))];
                const Step *before = currentStep(progress);
                const bool wasDone
                    = before && recordOf(progress, before->id).status == StepStatus::Done;
                const Advance next = advance(progress, event, now);
                for (const StepEffect &effect : next.effects)
                    QVERIFY(!std::holds_alternative<stepeffect::Perform>(effect) || !wasDone);
                progress = next.progress;
                QVERIFY(progress.current >= 0);
                QVERIFY(progress.current <= progress.plan.steps.size());
                if (!currentStep(progress))
                    QVERIFY(isVerified(progress));
            }
        }
    }

    void brokenRecipesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        QTest::newRow("no JSON") << QByteArray("{") << u"$"_s;
        QTest::newRow("unknown key")
            << QByteArray(R"({"schema":1,"id":"a","name":"A","causes":[],"steps":{},"x":1})")
            << u"$.x"_s;
        QTest::newRow("missing step") << QByteArray(
            R"({"schema":1,"id":"a","name":"A","causes":[{"id":"c","classes":["unknown"],"steps":["s"]}],"steps":{}})")
                                      << u"$.causes[0].steps"_s;
        QTest::newRow("unknown class") << QByteArray(
            R"({"schema":1,"id":"a","name":"A","causes":[{"id":"c","classes":["nope"],"steps":["s"]}],"steps":{"s":{"kind":"explain","title":"T"}}})")
                                       << u"$.causes[0].classes[0]"_s;
        QTest::newRow("action without a button") << QByteArray(
            R"({"schema":1,"id":"a","name":"A","causes":[{"id":"c","classes":["unknown"],"steps":["s"]}],"steps":{"s":{"kind":"action","action":"refresh","title":"T"}}})")
                                                 << u"$.steps.s"_s;
    }
    void brokenRecipesAreRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, path);
        const Result<Recipe> recipe = parseRecipe(json);
        QVERIFY(!recipe.ok());
        QVERIFY2(recipe.error().description.startsWith(path),
                 qPrintable(recipe.error().description));
    }
};

RELINK_TEST(ReconnectTest)
#include "tst_reconnect.moc"
