// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/primaryact.h"

#include "core/rules/reconnect.h"
#include "services/reconnectsession.h"
#include "ui/reconnectwizard.h"
#include "ui/steppage.h"
#include "ui/stepscene.h"

#include <algorithm>

namespace relink {

namespace {

//! A verification that lies behind runs once more: what follows depends on it.
bool isVerifyingAgain(const ReconnectProgress &progress)
{
    const auto &steps = progress.plan.steps;
    const qsizetype behind = std::min<qsizetype>(progress.current, steps.size());
    return std::any_of(steps.begin(), steps.begin() + behind, [&progress](const Step &step) {
        return step.kind == StepKind::Verify
            && recordOf(progress, step.id).status == StepStatus::Running;
    });
}

PrimaryAct goOn(const ReconnectProgress &progress)
{
    return isLastStep(progress) && isVerified(progress) ? PrimaryAct::Save : PrimaryAct::Next;
}

} // namespace

PrimaryAct primaryActFor(const ReconnectSession &session, const StepPage *page)
{
    const ReconnectProgress &progress = session.progress();
    const Step *step = session.currentStep();
    if (!step || !page)
        return PrimaryAct::Save;
    if (session.isRunning() || isVerifyingAgain(progress))
        return PrimaryAct::Wait;
    if (page->isGivingReason())
        return PrimaryAct::GiveReason;
    const StepStatus status = session.record(step->id).status;
    switch (step->kind) {
    case StepKind::Action:
        if (page->isRefused() && session.canContinue())
            return PrimaryAct::GoOnWithout;
        if (status != StepStatus::Done && status != StepStatus::Skipped)
            return PrimaryAct::Start;
        break;
    case StepKind::External:
        if (!session.canContinue())
            return PrimaryAct::MarkDone;
        break;
    case StepKind::Question:
        return goOn(page->committed());
    case StepKind::Check:
    case StepKind::Verify:
        if (!session.canContinue())
            return status == StepStatus::Failed ? PrimaryAct::CheckAgain : PrimaryAct::Wait;
        break;
    case StepKind::Support:
        if (!session.canContinue())
            return PrimaryAct::Close;
        break;
    case StepKind::Explain:
        break;
    }
    return goOn(progress);
}

QString primaryText(PrimaryAct act, const Step *step, const StepScene &scene)
{
    switch (act) {
    case PrimaryAct::Next:
        return ReconnectWizard::tr("&Next");
    case PrimaryAct::Start: {
        const QString text = step ? scene.filled(step->button) : QString();
        return text.isEmpty() ? ReconnectWizard::tr("Do &this now") : text;
    }
    case PrimaryAct::MarkDone:
        return step && step->tools.contains(StepTool::Wait)
            ? ReconnectWizard::tr("Go on without &waiting")
            : ReconnectWizard::tr("I have &done this");
    case PrimaryAct::GiveReason:
        return ReconnectWizard::tr("&Note it and go on");
    case PrimaryAct::GoOnWithout:
        return ReconnectWizard::tr("&Go on without");
    case PrimaryAct::CheckAgain:
        return ReconnectWizard::tr("Check &again");
    case PrimaryAct::Save:
        return ReconnectWizard::tr("&Save + Continue");
    case PrimaryAct::Close:
        return ReconnectWizard::tr("&Close");
    case PrimaryAct::Wait:
        return step && step->kind == StepKind::Action ? ReconnectWizard::tr("Waiting…")
                                                      : ReconnectWizard::tr("Checking…");
    }
    Q_UNREACHABLE();
}

} // namespace relink
