// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/reconnectpath.h"

#include <QSet>

#include <algorithm>

namespace relink {

namespace {

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

} // namespace

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

const StepOption *chosenOption(const ReconnectProgress &progress, const Step &step)
{
    const QString answer = recordOf(progress, step.id).answer;
    for (const StepOption &option : step.options) {
        if (option.id == answer)
            return &option;
    }
    return nullptr;
}

bool hasLaterStep(const ReconnectProgress &progress)
{
    const auto &steps = progress.plan.steps;
    return std::any_of(steps.begin() + progress.current + 1, steps.end(),
                       [&progress](const Step &step) { return !isLeftOut(progress, step); });
}

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

} // namespace relink
