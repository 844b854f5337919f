// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lastingact.h"

#include "core/rules/reconnect.h"

namespace relink {

namespace {

//! A verification that failed opens an action again; that it was done stays true.
bool wasDone(const StepRecord &record)
{
    return record.status == StepStatus::Done
        || (record.status == StepStatus::Open && record.at.isValid() && !record.error);
}

} // namespace

LastingAct lastingActOf(const ReconnectProgress &progress)
{
    LastingAct act = LastingAct::None;
    for (const Step &step : progress.plan.steps) {
        if (step.kind != StepKind::Action || !wasDone(recordOf(progress, step.id)))
            continue;
        if (step.action == StepAction::Revoke)
            return LastingAct::Revoked;
        if (step.action == StepAction::Refresh || step.action == StepAction::ForgetAccess)
            act = LastingAct::Renewed;
    }
    return act;
}

} // namespace relink
