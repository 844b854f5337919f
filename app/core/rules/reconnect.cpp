// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/reconnect.h"

#include <algorithm>

namespace relink {

namespace {

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

Advance advance(const ReconnectProgress &progress, const StepEvent &event, const QDateTime &now)
{
    return Engine(progress, now).take(event);
}

} // namespace relink
