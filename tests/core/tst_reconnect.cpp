// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipes.h"
#include "core/rules/reconnect.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);

const QList<AuthKind> allKinds {
    AuthKind::AuthorizationCode, AuthKind::ApiKey,    AuthKind::Login,        AuthKind::DeviceCode,
    AuthKind::ClientCredentials, AuthKind::JwtBearer, AuthKind::RefreshToken, AuthKind::Delegated};

//! One failure of one connection, as a plan is made for it.
struct Occasion
{
    QString recipe;
    Diagnosis diagnosis;
    PlanFacts facts;

    QString toString() const
    {
        return u"%1 %2 kind %3 status %4%5%6"_s.arg(recipe, relink::toString(diagnosis.errorClass))
            .arg(int(facts.kind))
            .arg(facts.httpStatus.value_or(0))
            .arg(facts.alreadyRefreshed ? u" already refreshed"_s : QString(),
                 facts.paired ? u" paired"_s : QString());
    }
    ReconnectProgress started() const
    {
        static const QMap<QString, Recipe> recipes = allRecipes();
        ReconnectProgress progress;
        progress.plan = planReconnect(diagnosis, facts, recipes.value(recipe));
        return progress;
    }
};

PlanFacts factsOf(AuthKind kind)
{
    PlanFacts facts;
    facts.kind = kind;
    for (const QString &name :
         {u"provider"_s, u"connection"_s, u"organisation"_s, u"account"_s, u"menu_path"_s})
        facts.known.insert(name, u"x"_s);
    facts.known.insert(u"manage_url"_s, u"https://manage.example"_s);
    return facts;
}

QList<Occasion> allOccasions()
{
    QList<Occasion> all;
    const QMap<QString, Recipe> recipes = allRecipes();
    for (const QString &recipe : recipeFiles()) {
        // No other status leads anywhere else.
        QSet<int> statuses {0};
        for (const RecipeCause &cause : recipes.value(recipe).causes)
            statuses += QSet<int>(cause.statuses.begin(), cause.statuses.end());
        for (const ErrorClass errorClass : allErrorClasses()) {
            for (const AuthKind kind : allKinds) {
                for (const int status : statuses) {
                    for (const bool already : {false, true}) {
                        Occasion one {recipe, {}, factsOf(kind)};
                        one.diagnosis.errorClass = errorClass;
                        if (status)
                            one.facts.httpStatus = status;
                        one.facts.alreadyRefreshed = already;
                        one.facts.paired = already;
                        all.append(one);
                    }
                }
            }
        }
    }
    return all;
}

ReconnectProgress started(ErrorClass errorClass, AuthKind kind = AuthKind::AuthorizationCode,
                          bool alreadyRefreshed = false)
{
    Occasion one {u"generic.json"_s, {}, factsOf(kind)};
    one.diagnosis.errorClass = errorClass;
    one.facts.alreadyRefreshed = alreadyRefreshed;
    return one.started();
}

//! Two sections and questions, so small that every way through is plain to see.
ReconnectProgress smallPlan()
{
    const auto recipe = parseRecipe(R"({"schema":2,"id":"small","name":"Small",
        "opening":["why"],"closing":["help"],"ends_with":["verify","proof"],
        "sections":[{"id":"first","steps":["renew"],"renews":true},
                    {"id":"second","steps":["changed","restore","authorize"]}],
        "causes":[{"id":"all","sections":["first","second"]}],
        "steps":{
            "why":{"kind":"explain","title":"Why"},
            "renew":{"kind":"action","action":"refresh","title":"Renew","button":"Renew"},
            "verify":{"kind":"verify","title":"Verify"},
            "proof":{"kind":"question","title":"Proof","optional":true,"when":{"step":"verify"},
                "options":[{"id":"worked","text":"It did"},
                           {"id":"failed","text":"It did not","fails":true}]},
            "changed":{"kind":"question","title":"Changed?",
                "options":[{"id":"yes","text":"Yes"},{"id":"no","text":"No"},
                           {"id":"tried","text":"I renewed it","already_refreshed":true}]},
            "restore":{"kind":"external","title":"Restore",
                "when":{"step":"changed","answers":["yes"]}},
            "authorize":{"kind":"action","action":"authorize","title":"Sign in","button":"Go",
                "skip_when_mended":true},
            "help":{"kind":"support","title":"Help"}}})");
    ReconnectProgress progress;
    if (recipe)
        progress.plan = planReconnect({}, {}, *recipe);
    return progress;
}

QStringList stepsOf(const ReconnectProgress &progress)
{
    QStringList ids;
    for (const Step &step : progress.plan.steps)
        ids.append(step.id);
    return ids;
}

QString placeOf(const ReconnectProgress &progress)
{
    const Step *step = currentStep(progress);
    return step ? step->id : QString();
}

void feed(ReconnectProgress &progress, const StepEvent &event)
{
    progress = advance(progress, event, now).progress;
}

enum class Luck { Good, Bad };

//! Does whatever the current step needs, and goes on as far as it lets one.
void goOn(ReconnectProgress &progress, Luck luck = Luck::Good)
{
    const bool good = luck == Luck::Good;
    const Step step = *currentStep(progress);
    switch (step.kind) {
    case StepKind::Check:
        feed(progress, stepevent::Run {});
        for (const CheckId check : step.checks)
            feed(progress, stepevent::CheckFinished {{check, good, {}, {}, {}}});
        break;
    case StepKind::Action:
        feed(progress, stepevent::Act {});
        if (good)
            feed(progress, stepevent::ActionSucceeded {true, true});
        else
            feed(progress, stepevent::ActionFailed {localError(code::dns)});
        break;
    case StepKind::Question:
        if (!step.options.isEmpty()) {
            QString chosen = step.options.first().id;
            for (const StepOption &option : step.options) {
                if (option.fails != good)
                    chosen = option.id;
            }
            feed(progress, stepevent::Answer {chosen});
            break;
        }
        [[fallthrough]];
    case StepKind::External:
        if (good)
            feed(progress, stepevent::MarkDone {});
        else
            feed(progress, stepevent::MarkNotPossible {u"nobody is there"_s});
        break;
    case StepKind::Verify:
        feed(progress, stepevent::Run {});
        if (good)
            feed(progress, stepevent::Verified {});
        else
            feed(progress, stepevent::VerifyFailed {localError(code::dns), {}});
        break;
    case StepKind::Explain:
    case StepKind::Support:
        break;
    }
    feed(progress, stepevent::Next {});
}

void goTo(ReconnectProgress &progress, const QString &id, Luck luck = Luck::Good)
{
    for (int i = 0; i < 100 && currentStep(progress) && placeOf(progress) != id; ++i)
        goOn(progress, luck);
}

} // namespace

class ReconnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedRecipesAreSound()
    {
        for (const QString &name : recipeFiles()) {
            const bool isGeneric = name == "generic.json"_L1;
            const Result<Recipe> recipe = readRecipe(name, isGeneric ? nullptr : &genericRecipe());
            QVERIFY2(recipe.ok(),
                     recipe ? "" : qPrintable(QString(name + u' ' + recipe.error().description)));
            // Whatever happens, one cause of the recipe fits without any further condition.
            for (const ErrorClass errorClass : allErrorClasses()) {
                const auto plain
                    = std::count_if(recipe->causes.begin(), recipe->causes.end(),
                                    [errorClass](const RecipeCause &cause) {
                                        return cause.classes.contains(errorClass)
                                            && cause.causes.isEmpty() && cause.statuses.isEmpty()
                                            && cause.authKinds.isEmpty() && !cause.alreadyRefreshed;
                                    });
                QVERIFY2(plain == 1, qPrintable(QString(name + u' ' + toString(errorClass))));
            }
        }
    }

    //! R71: whatever the failure, there is a way on, it ends verified when things go well, and at
    //! somebody who can help when nothing does; no page comes twice on the way.
    void everyPlanEnds()
    {
        for (const Occasion &occasion : allOccasions()) {
            const QByteArray what = occasion.toString().toUtf8();
            ReconnectProgress progress = occasion.started();
            QVERIFY2(progress.plan.steps.size() > 2, what.constData());
            QVERIFY2(progress.plan.steps.last().kind == StepKind::Support, what.constData());
            const QStringList ids = stepsOf(progress);
            QVERIFY2(QSet<QString>(ids.begin(), ids.end()).size() == ids.size(), what.constData());

            for (const Luck luck : {Luck::Good, Luck::Bad}) {
                ReconnectProgress walk = progress;
                QSet<QString> seen;
                while (currentStep(walk) && !seen.contains(placeOf(walk))) {
                    seen.insert(placeOf(walk));
                    goOn(walk, luck);
                }
                const QByteArray end = what + " stands at " + placeOf(walk).toUtf8();
                if (luck == Luck::Good) {
                    QVERIFY2(!currentStep(walk) && isVerified(walk), end.constData());
                } else {
                    const Step *last = currentStep(walk);
                    QVERIFY2(last && last->kind == StepKind::Support && !canContinue(walk),
                             end.constData());
                }
            }
        }
    }

    //! Nothing of what another product holds is looked at or sent.
    void whatIsHeldElsewhereIsOnlyAskedAbout()
    {
        for (const Occasion &occasion : allOccasions()) {
            if (occasion.facts.kind != AuthKind::Delegated)
                continue;
            const ReconnectProgress progress = occasion.started();
            for (const Step &step : progress.plan.steps) {
                QVERIFY2(step.kind != StepKind::Check && step.kind != StepKind::Action,
                         qPrintable(QString(occasion.toString() + u' ' + step.id)));
            }
        }
    }

    //! Right after a new authorisation nobody is sent round in a circle (X-03, AMG-06).
    void afterANewGrantNothingThatOnlyRenewsComesAgain()
    {
        for (const Occasion &occasion : allOccasions()) {
            if (!occasion.facts.alreadyRefreshed)
                continue;
            const ReconnectProgress progress = occasion.started();
            bool others = false;
            for (const Step &step : progress.plan.steps)
                others = others || (!step.section.isEmpty() && !step.renews);
            for (const Step &step : progress.plan.steps)
                QVERIFY2(!others || !step.renews, qPrintable(occasion.toString()));
        }
    }

    void gentlestFirst()
    {
        const QStringList steps = stepsOf(started(ErrorClass::ExpiredAccess));
        QVERIFY(steps.indexOf(u"refresh"_s) < steps.indexOf(u"authorize"_s));
        // A refresh that works ends it.
        ReconnectProgress progress = started(ErrorClass::ExpiredAccess);
        goTo(progress, u"refresh"_s);
        goOn(progress);
        QCOMPARE(placeOf(progress), u"verify"_s);
        goTo(progress, {});
        QVERIFY(isVerified(progress));
        QCOMPARE(toString(recordOf(progress, u"authorize"_s).status), toString(StepStatus::Open));
    }

    void aFailedRefreshLeadsToTheSignIn()
    {
        ReconnectProgress progress = started(ErrorClass::ExpiredAccess);
        goTo(progress, u"refresh"_s);
        goOn(progress, Luck::Bad);
        QCOMPARE(placeOf(progress), u"authorize"_s);
    }

    void aSectionThatDidNotMendLeadsToTheNext()
    {
        ReconnectProgress progress = smallPlan();
        goTo(progress, u"verify"_s);
        goOn(progress, Luck::Bad);
        // There is nothing to prove where the verification failed.
        QCOMPARE(placeOf(progress), u"changed"_s);
        feed(progress, stepevent::Answer {u"no"_s});
        feed(progress, stepevent::Next {});
        QCOMPARE(placeOf(progress), u"authorize"_s);
        goOn(progress);
        QCOMPARE(placeOf(progress), u"verify@second"_s);
        goOn(progress);
        QCOMPARE(placeOf(progress), u"proof@second"_s);
        QVERIFY(isLastStep(progress));
    }

    //! Green is not enough where the orders still do not arrive (XRM-14, XRM-15).
    void aFailedProofLeadsToTheNextSection()
    {
        ReconnectProgress progress = smallPlan();
        goTo(progress, u"proof"_s);
        QVERIFY(isVerified(progress));
        QVERIFY(isLastStep(progress));
        feed(progress, stepevent::Answer {u"failed"_s});
        QVERIFY(!isLastStep(progress));
        feed(progress, stepevent::Next {});
        QCOMPARE(placeOf(progress), u"changed"_s);
        // What was renewed did not help, so signing in is not spared.
        ReconnectProgress further = progress;
        feed(further, stepevent::Answer {u"no"_s});
        feed(further, stepevent::Next {});
        QCOMPARE(placeOf(further), u"authorize"_s);
        feed(progress, stepevent::Back {});
        feed(progress, stepevent::Answer {u"worked"_s});
        feed(progress, stepevent::Next {});
        QVERIFY(!currentStep(progress));
    }

    void anAnswerOpensItsSteps()
    {
        ReconnectProgress progress = smallPlan();
        goTo(progress, u"changed"_s, Luck::Bad);
        QVERIFY(!canContinue(progress));
        feed(progress, stepevent::Answer {u"nonsense"_s});
        QVERIFY(!canContinue(progress));
        feed(progress, stepevent::Answer {u"yes"_s});
        feed(progress, stepevent::Next {});
        QCOMPARE(placeOf(progress), u"restore"_s);
        feed(progress, stepevent::Skip {u"the administrator is away"_s});
        QCOMPARE(recordOf(progress, u"restore"_s).reason, u"the administrator is away"_s);
        feed(progress, stepevent::Next {});
        QCOMPARE(placeOf(progress), u"authorize"_s);
    }

    //! X-13: what is proven good is passed over.
    void whatACheckFoundGoodIsNotDone()
    {
        const auto recipe = parseRecipe(R"({"schema":2,"id":"small","name":"Small",
            "opening":["why"],"closing":["help"],"ends_with":["verify"],
            "sections":[{"id":"spaces","steps":["look","mend"]},
                        {"id":"other","steps":["authorize"]}],
            "causes":[{"id":"all","sections":["spaces","other"]}],
            "steps":{
                "why":{"kind":"explain","title":"Why"},
                "look":{"kind":"check","checks":["format"],"title":"Look"},
                "mend":{"kind":"action","action":"edit_credential","title":"Mend","button":"Do",
                    "when":{"step":"look","answers":["failed"]}},
                "authorize":{"kind":"action","action":"authorize","title":"Sign in",
                    "button":"Go"},
                "verify":{"kind":"verify","title":"Verify"},
                "help":{"kind":"support","title":"Help"}}})");
        QVERIFY(recipe.ok());
        for (const bool good : {true, false}) {
            ReconnectProgress progress;
            progress.plan = planReconnect({}, {}, *recipe);
            goTo(progress, u"look"_s);
            goOn(progress, good ? Luck::Good : Luck::Bad);
            QCOMPARE(placeOf(progress), good ? u"authorize"_s : u"mend"_s);
        }
    }

    //! The merchant knows of a renewal that Relink has not seen.
    void whoSaysThatItWasRenewedIsBelieved()
    {
        ReconnectProgress progress = smallPlan();
        goTo(progress, u"changed"_s, Luck::Bad);
        feed(progress, stepevent::Answer {u"tried"_s});
        for (const Step &step : progress.plan.steps)
            QVERIFY(!step.renews || isLeftOut(progress, step));
    }

    void backUndoesNextAndRepeatsNoAction()
    {
        for (const Occasion &occasion : allOccasions()) {
            ReconnectProgress progress = occasion.started();
            for (int i = 0; i < 100 && currentStep(progress); ++i) {
                const Step step = *currentStep(progress);
                goOn(progress);
                if (step.kind != StepKind::Action)
                    continue;
                ReconnectProgress back = progress;
                feed(back, stepevent::Back {});
                QCOMPARE(placeOf(back), step.id);
                const Advance again = advance(back, stepevent::Act {}, now);
                QVERIFY2(again.effects.isEmpty(), qPrintable(occasion.toString()));
                QCOMPARE(again.progress, back);
            }
        }
    }

    void whatDidNotMendMayBeTriedAgain()
    {
        ReconnectProgress progress = started(ErrorClass::Revoked);
        goTo(progress, u"verify"_s);
        feed(progress, stepevent::Run {});
        feed(progress, stepevent::VerifyFailed {localError(code::dns), {}});
        QVERIFY(!isVerified(progress));
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

    //! Killed at any step, good luck or bad: the same step and the same ticks.
    void aRestartKeepsThePlaceAndTheTicks()
    {
        for (const Occasion &occasion : allOccasions()) {
            for (const Luck luck : {Luck::Good, Luck::Bad}) {
                ReconnectProgress progress = occasion.started();
                for (int i = 0; i < 100 && currentStep(progress); ++i) {
                    ReconnectProgress again = progress;
                    feed(again, stepevent::Resume {});
                    const QByteArray what
                        = occasion.toString().toUtf8() + " at " + placeOf(progress).toUtf8();
                    QVERIFY2(placeOf(again) == placeOf(progress), what.constData());
                    for (const Step &step : progress.plan.steps) {
                        if (step.kind == StepKind::Check || step.kind == StepKind::Verify)
                            continue;
                        QVERIFY2(recordOf(again, step.id) == recordOf(progress, step.id),
                                 what.constData());
                    }
                    const QString before = placeOf(progress);
                    goOn(progress, luck);
                    if (placeOf(progress) == before)
                        break;
                }
            }
        }
    }

    //! What was found before a restart may have changed since.
    void whatWasFoundIsLookedAtAfreshOnResuming()
    {
        ReconnectProgress progress = started(ErrorClass::Revoked);
        while (currentStep(progress)->kind != StepKind::Action)
            goOn(progress);
        const QString place = placeOf(progress);
        Advance next = advance(progress, stepevent::Resume {}, now);
        progress = next.progress;
        QCOMPARE(placeOf(progress), place);
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
        goTo(progress, {});
        QVERIFY(isVerified(progress));
        feed(progress, stepevent::Resume {});
        QVERIFY(!isVerified(progress));
        QVERIFY(currentStep(progress) && currentStep(progress)->kind == StepKind::Verify);
    }

    //! After a verification that passed, nothing is saved before it has passed again; the page that
    //! was open stays.
    void aVerificationBehindIsRepeatedOnResuming()
    {
        ReconnectProgress progress = smallPlan();
        goTo(progress, u"proof"_s);
        const Advance next = advance(progress, stepevent::Resume {}, now);
        QVERIFY(std::any_of(next.effects.begin(), next.effects.end(), [](const StepEffect &e) {
            return std::holds_alternative<stepeffect::Probe>(e);
        }));
        ReconnectProgress good = next.progress;
        QCOMPARE(placeOf(good), u"proof"_s);
        QVERIFY(!isVerified(good));
        feed(good, stepevent::Answer {u"worked"_s});
        QVERIFY(!canContinue(good));
        feed(good, stepevent::Verified {});
        QVERIFY(isVerified(good) && canContinue(good));

        // Killed once more while it is repeated: nothing is lost.
        const Advance twice = advance(next.progress, stepevent::Resume {}, now);
        QVERIFY(std::any_of(twice.effects.begin(), twice.effects.end(), [](const StepEffect &e) {
            return std::holds_alternative<stepeffect::Probe>(e);
        }));
        ReconnectProgress later = twice.progress;
        QCOMPARE(placeOf(later), u"proof"_s);
        feed(later, stepevent::Verified {});
        QVERIFY(isVerified(later));

        ReconnectProgress bad = next.progress;
        feed(bad, stepevent::VerifyFailed {localError(code::dns), {}});
        QCOMPARE(placeOf(bad), u"verify"_s);
        QVERIFY(!isVerified(bad));
    }

    //! Whatever is clicked in whatever order: the place stays inside the plan, Save + Continue is
    //! open only after a verification, and no action runs twice without having failed between.
    void randomWalksStaySound()
    {
        QRandomGenerator random(20261122);
        const QList<StepEvent> events {
            stepevent::Run {},          stepevent::Rerun {},
            stepevent::Act {},          stepevent::ActionSucceeded {true, true},
            stepevent::ActionFailed {}, stepevent::ActionCancelled {},
            stepevent::Verified {},     stepevent::VerifyFailed {},
            stepevent::Next {},         stepevent::Next {},
            stepevent::Next {},         stepevent::Back {},
            stepevent::MarkDone {},     stepevent::MarkNotPossible {},
            stepevent::Skip {},         stepevent::Resume {},
        };
        const QList<Occasion> occasions = allOccasions();
        for (int walk = 0; walk < 600; ++walk) {
            const Occasion &occasion = occasions[random.bounded(int(occasions.size()))];
            ReconnectProgress progress = occasion.started();
            for (int i = 0; i < 120; ++i) {
                const Step *before = currentStep(progress);
                StepEvent event = events[random.bounded(int(events.size()))];
                if (before && before->kind == StepKind::Check && i % 2)
                    event = stepevent::CheckFinished {
                        {before->checks[random.bounded(int(before->checks.size()))],
                         random.bounded(2) == 0,
                         {},
                         {},
                         {}}};
                if (before && !before->options.isEmpty() && i % 2)
                    event = stepevent::Answer {
                        before->options[random.bounded(int(before->options.size()))].id};
                const bool wasDone
                    = before && recordOf(progress, before->id).status == StepStatus::Done;
                const Advance next = advance(progress, event, now);
                for (const StepEffect &effect : next.effects)
                    QVERIFY(!std::holds_alternative<stepeffect::Perform>(effect) || !wasDone);
                progress = next.progress;
                QVERIFY(progress.current >= 0);
                QVERIFY(progress.current <= progress.plan.steps.size());
                QVERIFY2(currentStep(progress) || isVerified(progress),
                         qPrintable(occasion.toString()));
            }
        }
    }

    void brokenRecipesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        QTest::newRow("no JSON") << QByteArray("{") << u"$"_s;
        QTest::newRow("unknown key")
            << QByteArray(R"({"schema":2,"id":"a","name":"A","causes":[],"steps":{},"x":1})")
            << u"$.x"_s;
        const auto with = [](const QByteArray &parts, const QByteArray &steps) {
            return QByteArray(R"({"schema":2,"id":"a","name":"A","closing":["help"],)" + parts
                              + R"(,"steps":{"help":{"kind":"support","title":"Help"},)" + steps
                              + "}}");
        };
        const QByteArray sections
            = R"("sections":[{"id":"one","steps":["s"]}],"causes":[{"id":"c","sections":["one"]}])";
        QTest::newRow("missing step")
            << with(sections, R"("t":{"kind":"explain","title":"T"})") << u"$.sections[0].steps"_s;
        QTest::newRow("unknown class") << with(
            R"("sections":[{"id":"one","steps":["s"]}],"causes":[{"id":"c","classes":["nope"],"sections":["one"]}])",
            R"("s":{"kind":"explain","title":"T"})")
                                       << u"$.causes[0].classes[0]"_s;
        QTest::newRow("missing section") << with(
            R"("sections":[{"id":"one","steps":["s"]}],"causes":[{"id":"c","sections":["two"]}])",
            R"("s":{"kind":"explain","title":"T"})")
                                         << u"$.causes[0].sections"_s;
        QTest::newRow("action without a button")
            << with(sections, R"("s":{"kind":"action","action":"refresh","title":"T"})")
            << u"$.steps.s"_s;
        QTest::newRow("options of no question") << with(
            sections, R"("s":{"kind":"external","title":"T","options":[{"id":"a","text":"A"}]})")
                                                << u"$.steps.s"_s;
        QTest::newRow("missing row")
            << with(sections, R"("s":{"kind":"external","rows":["XXX-1"]})") << u"$.steps.s.rows"_s;
        QTest::newRow("plain http link")
            << with(sections, R"("s":{"kind":"external","title":"T","link":"http:\/\/a.example"})")
            << u"$.steps.s.link"_s;
        QTest::newRow("nobody to ask in the end") << QByteArray(
            R"({"schema":2,"id":"a","name":"A","sections":[{"id":"one","steps":["s"]}],"causes":[{"id":"c","sections":["one"]}],"steps":{"s":{"kind":"explain","title":"T"}}})")
                                                  << u"$.closing"_s;
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
