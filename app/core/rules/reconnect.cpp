// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/reconnect.h"

#include <QSet>
#include <QStringBuilder>

#include <algorithm>

namespace relink {

namespace {

bool fits(const RecipeCause &cause, const Diagnosis &diagnosis, const PlanFacts &facts)
{
    return (cause.classes.isEmpty() || cause.classes.contains(diagnosis.errorClass))
        && (cause.causes.isEmpty() || cause.causes.contains(diagnosis.cause))
        && (cause.statuses.isEmpty() || cause.statuses.contains(facts.httpStatus.value_or(0)))
        && (cause.authKinds.isEmpty() || cause.authKinds.contains(facts.kind))
        && (!cause.alreadyRefreshed || facts.alreadyRefreshed);
}

const RecipeCause *causeFor(const Diagnosis &diagnosis, const PlanFacts &facts,
                            const Recipe &recipe)
{
    for (const RecipeCause &cause : recipe.causes) {
        if (fits(cause, diagnosis, facts))
            return &cause;
    }
    return recipe.causes.isEmpty() ? nullptr : &recipe.causes.last();
}

//! What another product holds is neither looked at nor changed.
bool isOutOfReach(const Step &step, const PlanFacts &facts)
{
    return facts.kind == AuthKind::Delegated
        && (step.kind == StepKind::Check || step.kind == StepKind::Action);
}

bool isFor(const Step &step, const PlanFacts &facts)
{
    if (isOutOfReach(step, facts))
        return false;
    const auto isKnown = [&facts](const QString &fact) { return facts.known.contains(fact); };
    return (step.authKinds.isEmpty() || step.authKinds.contains(facts.kind))
        && (step.side == StepSide::This || facts.paired)
        && std::all_of(step.needs.begin(), step.needs.end(), isKnown)
        && std::none_of(step.lacks.begin(), step.lacks.end(), isKnown);
}

//! Puts the steps of a recipe after each other, each under an id of its own.
class Planner
{
public:
    Planner(const Recipe &planned, const PlanFacts &known)
        : recipe(planned)
        , facts(known)
    {}

    QList<Step> steps;

    void add(const QStringList &ids, const RecipeSection *section = nullptr)
    {
        QMap<QString, QString> renamed;
        for (const QString &id : ids) {
            const auto known = recipe.steps.constFind(id);
            if (known == recipe.steps.constEnd() || !isFor(*known, facts))
                continue;
            Step step = *known;
            if (taken.contains(id)) {
                step.id = QString(id % u'@' % (section ? section->id : QStringLiteral("end")));
                renamed.insert(id, step.id);
            }
            if (taken.contains(step.id))
                continue;
            taken.insert(step.id);
            if (section) {
                step.section = section->id;
                step.renews = section->renews;
                step.sectionWhen = section->when;
            }
            step.when.step = renamed.value(step.when.step, step.when.step);
            if (step.link.startsWith(u'{'))
                step.link = facts.known.value(step.link.mid(1, step.link.size() - 2));
            steps.append(step);
        }
    }

    void explain(const RecipeCause &cause)
    {
        for (Step &step : steps) {
            if (step.kind != StepKind::Explain)
                continue;
            step.rows += cause.rows;
            if (!cause.text.isEmpty())
                step.text = cause.text;
            step.source = step.rows.join(QStringLiteral(", "));
            return;
        }
    }

    bool hasAny(const RecipeSection &section) const
    {
        return std::any_of(section.steps.begin(), section.steps.end(), [this](const QString &id) {
            return recipe.steps.contains(id) && isFor(recipe.steps[id], facts);
        });
    }

private:
    const Recipe &recipe;
    const PlanFacts &facts;
    QSet<QString> taken;
};

//! Sections that have anything to do here; right after a new grant those alone that bring none.
QList<const RecipeSection *> sectionsOf(const RecipeCause &cause, const Recipe &recipe,
                                        const Planner &planner, bool alreadyRefreshed)
{
    QList<const RecipeSection *> sections;
    for (const QString &id : cause.sections) {
        const RecipeSection *section = recipe.section(id);
        if (section && planner.hasAny(*section))
            sections.append(section);
    }
    const auto renews = [](const RecipeSection *section) { return section->renews; };
    if (alreadyRefreshed && !std::all_of(sections.begin(), sections.end(), renews))
        sections.removeIf(renews);
    return sections;
}

const StepOption *chosenOption(const ReconnectProgress &progress, const Step &step)
{
    const QString answer = recordOf(progress, step.id).answer;
    for (const StepOption &option : step.options) {
        if (option.id == answer)
            return &option;
    }
    return nullptr;
}

//! A condition is about a step that comes before.
bool conditionHolds(const ReconnectProgress &progress, const Step &step, const StepCondition &when)
{
    if (when.step.isEmpty())
        return true;
    for (const Step &other : progress.plan.steps) {
        if (other.id == step.id)
            break;
        if (other.id != when.step)
            continue;
        if (isLeftOut(progress, other))
            return false;
        const StepRecord record = recordOf(progress, other.id);
        return when.answers.isEmpty() ? record.status == StepStatus::Done
                                      : when.answers.contains(record.answer)
                || when.answers.contains(toString(record.status));
    }
    return true;
}

//! Did this section's verification pass, and did nobody say afterwards that it still fails?
bool isSolved(const ReconnectProgress &progress, const QString &section)
{
    bool verified = false;
    for (const Step &step : progress.plan.steps) {
        if (step.section != section)
            continue;
        const StepOption *option = chosenOption(progress, step);
        if (option && option->fails)
            return false;
        verified = verified
            || (step.kind == StepKind::Verify
                && recordOf(progress, step.id).status == StepStatus::Done);
    }
    return verified;
}

//! An earlier section has mended it.
bool comesTooLate(const ReconnectProgress &progress, const Step &step)
{
    if (step.section.isEmpty() && step.kind != StepKind::Support)
        return false;
    QSet<QString> seen;
    for (const Step &other : progress.plan.steps) {
        if (other.id == step.id)
            break;
        if (other.section.isEmpty() || other.section == step.section
            || seen.contains(other.section))
            continue;
        seen.insert(other.section);
        if (isSolved(progress, other.section))
            return true;
    }
    return false;
}

bool isDoing(const Step &step)
{
    return step.kind == StepKind::Action || step.kind == StepKind::External
        || (step.kind == StepKind::Question && step.options.isEmpty());
}

//! A verification after nothing was done would only say again what is known.
bool hasNothingToVerify(const ReconnectProgress &progress, const Step &verification)
{
    bool couldDo = false;
    for (const Step &step : progress.plan.steps) {
        if (step.section != verification.section || !isDoing(step))
            continue;
        couldDo = true;
        const StepStatus status = recordOf(progress, step.id).status;
        const bool answered = step.kind == StepKind::Question && status == StepStatus::NotPossible;
        if (status == StepStatus::Done || answered)
            return false;
    }
    return couldDo;
}

bool saysAlreadyRefreshed(const ReconnectProgress &progress)
{
    const auto &steps = progress.plan.steps;
    return std::any_of(steps.begin(), steps.end(), [&progress](const Step &step) {
        const StepOption *option = chosenOption(progress, step);
        return option && option->alreadyRefreshed;
    });
}

//! Is there anything left to try after this step? Then its failure is no dead end.
bool hasLaterStep(const ReconnectProgress &progress)
{
    const auto &steps = progress.plan.steps;
    return std::any_of(steps.begin() + progress.current + 1, steps.end(),
                       [&progress](const Step &step) { return !isLeftOut(progress, step); });
}

//! The verification that runs again after a restart although the place is behind it.
const Step *reverifiedStep(const ReconnectProgress &progress)
{
    for (qsizetype i = 0; i < std::min(qsizetype(progress.current), progress.plan.steps.size());
         ++i) {
        const Step &step = progress.plan.steps.at(i);
        if (step.kind == StepKind::Verify
            && recordOf(progress, step.id).status == StepStatus::Running)
            return &step;
    }
    return nullptr;
}

bool checksFinished(const Step &step, const StepRecord &record)
{
    return record.checks.size() == step.checks.size();
}

//! Applies one event to a copy; answers with what it asks for.
class Engine
{
public:
    Engine(ReconnectProgress progress, const QDateTime &now)
        : m_progress(std::move(progress))
        , m_now(now)
    {}

    Advance take(const StepEvent &event)
    {
        std::visit([this](const auto &e) { on(e); }, event);
        if (m_changed)
            m_effects.append(stepeffect::StoreProgress {});
        return {m_progress, m_effects};
    }

private:
    const Step *step() const { return currentStep(m_progress); }
    StepRecord &record() { return m_progress.records[step()->id]; }
    bool is(StepKind kind) const { return step() && step()->kind == kind; }

    void set(StepStatus status)
    {
        record().status = status;
        record().at = m_now;
        m_changed = true;
    }

    void start()
    {
        record() = {};
        set(StepStatus::Running);
        if (is(StepKind::Check))
            m_effects.append(stepeffect::RunChecks {step()->checks});
        else
            m_effects.append(stepeffect::Probe {});
    }

    void on(const stepevent::Run &)
    {
        if ((is(StepKind::Check) || is(StepKind::Verify)) && record().status == StepStatus::Open) {
            start();
        }
    }
    void on(const stepevent::Rerun &)
    {
        if ((is(StepKind::Check) || is(StepKind::Verify)) && !isRunning(m_progress))
            start();
    }
    void on(const stepevent::CheckFinished &e)
    {
        // After a restart several steps may be looked at afresh together.
        for (const Step &step : std::as_const(m_progress.plan.steps)) {
            if (step.kind == StepKind::Check && step.checks.contains(e.result.check)
                && recordOf(m_progress, step.id).status == StepStatus::Running)
                take(step, e.result);
        }
    }
    void take(const Step &checked, const CheckResult &result)
    {
        StepRecord &known = m_progress.records[checked.id];
        known.checks.removeIf([&result](const CheckResult &r) { return r.check == result.check; });
        known.checks.append(result);
        m_changed = true;
        if (!checksFinished(checked, known))
            return;
        const bool passed = std::all_of(known.checks.begin(), known.checks.end(),
                                        [](const CheckResult &r) { return r.passed; });
        known.status = passed ? StepStatus::Done : StepStatus::Failed;
        known.at = m_now;
    }
    void on(const stepevent::Act &)
    {
        if (!is(StepKind::Action) || isRunning(m_progress))
            return;
        // Going back and forth must not repeat what was done (Back undoes Next, nothing else).
        if (record().status == StepStatus::Done)
            return;
        record().error.reset();
        set(StepStatus::Running);
        m_effects.append(stepeffect::Perform {step()->action, step()->side});
    }
    void on(const stepevent::ActionSucceeded &e)
    {
        if (!is(StepKind::Action) || !isRunning(m_progress))
            return;
        if (step()->side == StepSide::Partner) {
            m_progress.partnerPendingGrant = m_progress.partnerPendingGrant || e.pendingGrant;
        } else {
            m_progress.mended = m_progress.mended || e.mended;
            m_progress.pendingGrant = m_progress.pendingGrant || e.pendingGrant;
        }
        forgetVerification();
        set(StepStatus::Done);
        record().outcome = e.outcome;
    }
    void on(const stepevent::ActionFailed &e)
    {
        if (!is(StepKind::Action) || !isRunning(m_progress))
            return;
        record().error = e.error;
        set(StepStatus::Failed);
    }
    void on(const stepevent::ActionCancelled &)
    {
        if (is(StepKind::Action) && isRunning(m_progress))
            set(StepStatus::Open);
    }
    //! The verification under way: the current step's, or one that was begun again on resuming.
    const Step *verifying() const
    {
        return is(StepKind::Verify) && isRunning(m_progress) ? step() : reverifiedStep(m_progress);
    }
    void on(const stepevent::Verified &e)
    {
        const Step *verified = verifying();
        if (!verified)
            return;
        StepRecord &known = m_progress.records[verified->id];
        known.checks = e.checks;
        if (!e.asked)
            known.checks += CheckResult {CheckId::Grant, true, QStringLiteral("no_probe"), {}, {}};
        known.status = StepStatus::Done;
        known.at = m_now;
        m_changed = true;
    }
    void on(const stepevent::VerifyFailed &e)
    {
        const Step *verified = verifying();
        if (!verified)
            return;
        StepRecord &known = m_progress.records[verified->id];
        known.error = e.error;
        known.checks = e.checks;
        known.status = StepStatus::Failed;
        known.at = m_now;
        m_changed = true;
        m_progress.current
            = std::min(m_progress.current, int(verified - m_progress.plan.steps.constData()));
        // An action that did not mend may be tried again: it was done, and did not help.
        m_progress.mended = false;
        for (const Step &other : std::as_const(m_progress.plan.steps)) {
            if (other.kind == StepKind::Action && other.action != StepAction::Revoke
                && other.section == verified->section
                && recordOf(m_progress, other.id).status == StepStatus::Done) {
                m_progress.records[other.id].status = StepStatus::Failed;
            }
        }
    }
    void on(const stepevent::Next &)
    {
        if (!canContinue(m_progress))
            return;
        if (is(StepKind::Explain) || is(StepKind::Support))
            set(StepStatus::Done);
        do {
            ++m_progress.current;
        } while (step() && isLeftOut(m_progress, *step()));
        m_changed = true;
    }
    void on(const stepevent::Back &)
    {
        if (!canGoBack(m_progress))
            return;
        do {
            --m_progress.current;
        } while (m_progress.current > 0 && isLeftOut(m_progress, *step()));
        m_changed = true;
    }
    void on(const stepevent::MarkDone &)
    {
        if (isDoneByPerson())
            set(StepStatus::Done);
    }
    void on(const stepevent::MarkNotPossible &e)
    {
        if (!isDoneByPerson())
            return;
        set(StepStatus::NotPossible);
        record().reason = e.reason;
    }
    void on(const stepevent::Skip &e)
    {
        if (!canSkip(m_progress))
            return;
        set(StepStatus::Skipped);
        record().reason = e.reason;
        record().answer.clear();
    }
    void on(const stepevent::Answer &e)
    {
        if (!is(StepKind::Question))
            return;
        const auto &options = step()->options;
        const bool known = std::any_of(options.begin(), options.end(),
                                       [&e](const StepOption &o) { return o.id == e.option; });
        if (!known)
            return;
        record().answer = e.option;
        record().reason.clear();
        set(StepStatus::Done);
        const StepOption *chosen = chosenOption(m_progress, *step());
        // What the later sections do, they do again.
        if (chosen && chosen->fails)
            m_progress.mended = false;
    }
    void on(const stepevent::Resume &)
    {
        // One that was begun anew had passed, else the place would not be behind it.
        const Step *passed = reverifiedStep(m_progress);
        const QString passedId = passed ? passed->id : QString();
        for (auto it = m_progress.records.begin(); it != m_progress.records.end(); ++it) {
            if (it->status == StepStatus::Running) {
                it->status = it.key() == passedId ? StepStatus::Done : StepStatus::Open;
                it->checks.clear();
                m_changed = true;
            }
        }
        for (qsizetype i = 0; i < m_progress.plan.steps.size(); ++i)
            lookAfresh(int(i));
    }

    void lookAfresh(int index)
    {
        const Step &seen = m_progress.plan.steps.at(index);
        const StepStatus status = recordOf(m_progress, seen.id).status;
        if (!m_progress.records.contains(seen.id)
            || (seen.kind != StepKind::Check && seen.kind != StepKind::Verify)
            // What was in vain was in vain.
            || (seen.kind == StepKind::Verify && status != StepStatus::Done)) {
            return;
        }
        m_progress.records.remove(seen.id);
        m_changed = true;
        if (index >= m_progress.current)
            return;
        if (seen.kind == StepKind::Verify && !step()) {
            m_progress.current = index;
            return;
        }
        m_progress.records[seen.id].status = StepStatus::Running;
        m_progress.records[seen.id].at = m_now;
        if (seen.kind == StepKind::Verify)
            m_effects.append(stepeffect::Probe {});
        else
            m_effects.append(stepeffect::RunChecks {seen.checks});
    }

    bool isDoneByPerson() const
    {
        return is(StepKind::External) || (is(StepKind::Question) && step()->options.isEmpty());
    }

    //! A new grant makes an earlier verification worthless.
    void forgetVerification()
    {
        const auto &steps = m_progress.plan.steps;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            // That an earlier one was in vain stays true.
            const bool stays = i < m_progress.current
                && recordOf(m_progress, steps.at(i).id).status == StepStatus::Failed;
            if (steps.at(i).kind == StepKind::Verify && !stays)
                m_progress.records.remove(steps.at(i).id);
        }
    }

    ReconnectProgress m_progress;
    QDateTime m_now;
    QList<StepEffect> m_effects;
    bool m_changed = false;
};

} // namespace

ReconnectPlan planReconnect(const Diagnosis &diagnosis, const PlanFacts &facts,
                            const Recipe &recipe)
{
    ReconnectPlan plan;
    plan.recipe = recipe.id;
    plan.errorClass = diagnosis.errorClass;
    plan.alreadyRefreshed = facts.alreadyRefreshed;
    const RecipeCause *cause = causeFor(diagnosis, facts, recipe);
    if (!cause)
        return plan;
    plan.cause = cause->id;
    plan.also = cause->also;
    Planner planner(recipe, facts);
    planner.add(recipe.opening);
    planner.explain(*cause);
    planner.add(cause->opening);
    for (const RecipeSection *section :
         sectionsOf(*cause, recipe, planner, facts.alreadyRefreshed)) {
        planner.add(section->steps, section);
        planner.add(section->endsWith.isEmpty() ? recipe.endsWith : section->endsWith, section);
    }
    planner.add(recipe.closing);
    plan.steps = planner.steps;
    return plan;
}

bool isSound(const ReconnectProgress &progress)
{
    // Far more than any recipe has.
    constexpr qsizetype mostSteps = 100;
    const QList<Step> &steps = progress.plan.steps;
    if (steps.isEmpty() || steps.size() > mostSteps || progress.current < 0
        || progress.current > steps.size() || steps.last().kind != StepKind::Support)
        return false;
    QSet<QString> ids;
    for (const Step &step : steps) {
        const bool complete = !step.id.isEmpty()
            && (step.kind == StepKind::Action) == (step.action != StepAction::None)
            && (step.kind == StepKind::Check) == !step.checks.isEmpty();
        if (!complete || ids.contains(step.id))
            return false;
        ids.insert(step.id);
    }
    return true;
}

Advance advance(const ReconnectProgress &progress, const StepEvent &event, const QDateTime &now)
{
    return Engine(progress, now).take(event);
}

const Step *currentStep(const ReconnectProgress &progress)
{
    if (progress.current < 0 || progress.current >= progress.plan.steps.size())
        return nullptr;
    return &progress.plan.steps.at(progress.current);
}

bool isProof(const Step &step)
{
    return std::any_of(step.options.begin(), step.options.end(),
                       [](const StepOption &option) { return option.fails; });
}

bool isLeftOut(const ReconnectProgress &progress, const Step &step)
{
    const bool mended
        = step.side == StepSide::Partner ? progress.partnerPendingGrant : progress.mended;
    if (step.skipWhenMended && mended && recordOf(progress, step.id).status != StepStatus::Done)
        return true;
    return !conditionHolds(progress, step, step.when)
        || !conditionHolds(progress, step, step.sectionWhen)
        || (step.kind == StepKind::Verify && hasNothingToVerify(progress, step))
        || (step.renews && saysAlreadyRefreshed(progress)) || comesTooLate(progress, step);
}

const Step *recheckedStep(const ReconnectProgress &progress)
{
    for (qsizetype i = 0; i < std::min(qsizetype(progress.current), progress.plan.steps.size());
         ++i) {
        const Step &step = progress.plan.steps.at(i);
        if (step.kind == StepKind::Check
            && recordOf(progress, step.id).status == StepStatus::Running)
            return &step;
    }
    return nullptr;
}

StepRecord recordOf(const ReconnectProgress &progress, const QString &stepId)
{
    return progress.records.value(stepId);
}

bool isRunning(const ReconnectProgress &progress)
{
    const Step *step = currentStep(progress);
    return step && recordOf(progress, step->id).status == StepStatus::Running;
}

bool canGoBack(const ReconnectProgress &progress)
{
    return progress.current > 0 && !isRunning(progress);
}

bool canContinue(const ReconnectProgress &progress)
{
    const Step *step = currentStep(progress);
    // What follows depends on how a verification ends.
    if (!step || isRunning(progress) || reverifiedStep(progress))
        return false;
    const StepRecord record = recordOf(progress, step->id);
    switch (step->kind) {
    case StepKind::Explain:
        return true;
    case StepKind::Support:
        return hasLaterStep(progress) || isVerified(progress);
    case StepKind::Check:
        // A failed check is told, not enforced: the person may know better.
        return checksFinished(*step, record);
    case StepKind::Action:
        return record.status == StepStatus::Done || record.status == StepStatus::Skipped
            || (record.status == StepStatus::Failed && hasLaterStep(progress));
    case StepKind::External:
    case StepKind::Question:
        return record.status == StepStatus::Done || record.status == StepStatus::NotPossible
            || record.status == StepStatus::Skipped;
    case StepKind::Verify:
        return record.status == StepStatus::Done
            || (record.status == StepStatus::Failed && hasLaterStep(progress));
    }
    Q_UNREACHABLE();
}

bool canSkip(const ReconnectProgress &progress)
{
    const Step *step = currentStep(progress);
    return step && !isRunning(progress)
        && (step->optional || step->kind == StepKind::External
            || (step->kind == StepKind::Action && hasLaterStep(progress)));
}

bool isLastStep(const ReconnectProgress &progress)
{
    return !currentStep(progress) || !hasLaterStep(progress);
}

bool isVerified(const ReconnectProgress &progress)
{
    StepStatus latest = StepStatus::Open;
    for (const Step &step : progress.plan.steps) {
        if (step.kind == StepKind::Verify && progress.records.contains(step.id)
            && recordOf(progress, step.id).status != StepStatus::Open) {
            latest = recordOf(progress, step.id).status;
        }
    }
    return latest == StepStatus::Done;
}

bool concernsPartner(const ReconnectProgress &progress)
{
    const auto &steps = progress.plan.steps;
    return progress.partnerPendingGrant
        || std::any_of(steps.begin(), steps.end(), [&progress](const Step &step) {
               return step.side == StepSide::Partner && step.kind == StepKind::Action
                   && recordOf(progress, step.id).status == StepStatus::Done;
           });
}

} // namespace relink
