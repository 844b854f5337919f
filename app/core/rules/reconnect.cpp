// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/reconnect.h"

#include <algorithm>

namespace relink {

namespace {

const RecipeCause *causeFor(ErrorClass errorClass, const Recipe &recipe)
{
    for (const RecipeCause &cause : recipe.causes) {
        if (cause.classes.contains(errorClass))
            return &cause;
    }
    return recipe.causes.isEmpty() ? nullptr : &recipe.causes.last();
}

bool isLeftOut(const Step &step, const ReconnectProgress &progress)
{
    return step.skipWhenMended && progress.mended
        && recordOf(progress, step.id).status != StepStatus::Done;
}

//! Is there another act to try after this step? Then its failure is no dead end.
bool hasLaterAction(const ReconnectProgress &progress)
{
    const auto &steps = progress.plan.steps;
    return std::any_of(steps.begin() + progress.current + 1, steps.end(), [](const Step &step) {
        return step.kind == StepKind::Action || step.kind == StepKind::External;
    });
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
        const Step *checked = is(StepKind::Check) ? step() : recheckedStep(m_progress);
        if (!checked || recordOf(m_progress, checked->id).status != StepStatus::Running
            || !checked->checks.contains(e.result.check)) {
            return;
        }
        StepRecord &known = m_progress.records[checked->id];
        known.checks.removeIf([&e](const CheckResult &r) { return r.check == e.result.check; });
        known.checks.append(e.result);
        m_changed = true;
        if (!checksFinished(*checked, known))
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
        m_effects.append(stepeffect::Perform {step()->action});
    }
    void on(const stepevent::ActionSucceeded &e)
    {
        if (!is(StepKind::Action) || !isRunning(m_progress))
            return;
        m_progress.mended = m_progress.mended || e.mended;
        m_progress.pendingGrant = m_progress.pendingGrant || e.pendingGrant;
        forgetVerification();
        set(StepStatus::Done);
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
    void on(const stepevent::Verified &e)
    {
        if (!is(StepKind::Verify) || !isRunning(m_progress))
            return;
        if (!e.asked)
            record().checks = {{CheckId::Grant, true, QStringLiteral("no_probe"), {}, {}}};
        set(StepStatus::Done);
    }
    void on(const stepevent::VerifyFailed &e)
    {
        if (!is(StepKind::Verify) || !isRunning(m_progress))
            return;
        record().error = e.error;
        set(StepStatus::Failed);
        // An action that did not mend may be tried again: it is no longer done.
        m_progress.mended = false;
        for (const Step &other : m_progress.plan.steps) {
            if (other.kind == StepKind::Action && m_progress.records.contains(other.id)
                && m_progress.records[other.id].status == StepStatus::Done) {
                m_progress.records[other.id].status = StepStatus::Open;
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
        } while (step() && isLeftOut(*step(), m_progress));
        m_changed = true;
    }
    void on(const stepevent::Back &)
    {
        if (!canGoBack(m_progress))
            return;
        do {
            --m_progress.current;
        } while (m_progress.current > 0 && isLeftOut(*step(), m_progress));
        m_changed = true;
    }
    void on(const stepevent::MarkDone &)
    {
        if (is(StepKind::External) || is(StepKind::Question))
            set(StepStatus::Done);
    }
    void on(const stepevent::MarkNotPossible &)
    {
        if (is(StepKind::External) || is(StepKind::Question))
            set(StepStatus::NotPossible);
    }
    void on(const stepevent::Skip &)
    {
        if (step() && step()->optional && !isRunning(m_progress))
            set(StepStatus::Skipped);
    }
    void on(const stepevent::Resume &)
    {
        for (StepRecord &known : m_progress.records) {
            if (known.status == StepStatus::Running) {
                known.status = StepStatus::Open;
                known.checks.clear();
                m_changed = true;
            }
        }
        for (qsizetype i = 0; i < m_progress.plan.steps.size(); ++i)
            lookAfresh(int(i));
    }

    void lookAfresh(int index)
    {
        const Step &seen = m_progress.plan.steps.at(index);
        if (!m_progress.records.contains(seen.id)
            || (seen.kind != StepKind::Check && seen.kind != StepKind::Verify)) {
            return;
        }
        m_progress.records.remove(seen.id);
        m_changed = true;
        if (seen.kind == StepKind::Verify) {
            m_progress.current = std::min(m_progress.current, index);
        } else if (index < m_progress.current) {
            m_progress.records[seen.id] = {StepStatus::Running, m_now, {}, {}};
            m_effects.append(stepeffect::RunChecks {seen.checks});
        }
    }

    //! A new grant makes an earlier verification worthless.
    void forgetVerification()
    {
        for (const Step &other : m_progress.plan.steps) {
            if (other.kind == StepKind::Verify)
                m_progress.records.remove(other.id);
        }
    }

    ReconnectProgress m_progress;
    QDateTime m_now;
    QList<StepEffect> m_effects;
    bool m_changed = false;
};

} // namespace

ReconnectPlan planReconnect(const Diagnosis &diagnosis, AuthKind kind, const Recipe &recipe)
{
    ReconnectPlan plan;
    plan.recipe = recipe.id;
    plan.errorClass = diagnosis.errorClass;
    const RecipeCause *cause = causeFor(diagnosis.errorClass, recipe);
    if (!cause)
        return plan;
    plan.cause = cause->id;
    for (const QString &id : cause->steps) {
        const Step step = recipe.steps.value(id);
        if (step.authKinds.isEmpty() || step.authKinds.contains(kind))
            plan.steps.append(step);
    }
    return plan;
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
    if (!step || isRunning(progress))
        return false;
    const StepRecord record = recordOf(progress, step->id);
    switch (step->kind) {
    case StepKind::Explain:
    case StepKind::Support:
        return true;
    case StepKind::Check:
        // A failed check is told, not enforced: the person may know better.
        return checksFinished(*step, record);
    case StepKind::Action:
        return record.status == StepStatus::Done || record.status == StepStatus::Skipped
            || (record.status == StepStatus::Failed && hasLaterAction(progress));
    case StepKind::External:
    case StepKind::Question:
        return record.status == StepStatus::Done || record.status == StepStatus::NotPossible
            || record.status == StepStatus::Skipped;
    case StepKind::Verify:
        return record.status == StepStatus::Done;
    }
    Q_UNREACHABLE();
}

bool isVerified(const ReconnectProgress &progress)
{
    bool any = false;
    for (const Step &step : progress.plan.steps) {
        if (step.kind != StepKind::Verify)
            continue;
        any = true;
        if (recordOf(progress, step.id).status != StepStatus::Done)
            return false;
    }
    return any;
}

} // namespace relink
