// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/reconnectpath.h"
#include "core/rules/reconnectplan.h"

#include <variant>

namespace relink {

//! The pure step engine of the guided reconnect (design.md section 8). The services perform its
//! effects and feed the outcomes back; whoever draws it holds no logic.

namespace stepevent {

struct Run //!< start the automatic part of the current step, if it did not run yet
{};
struct Rerun //!< run it again, whatever its results
{};
struct CheckFinished
{
    CheckResult result;
};
struct Act //!< do the current Action step
{};
struct ActionSucceeded
{
    bool mended = false; //!< a working grant came of it
    bool pendingGrant = false; //!< and waits for Save + Continue
    QString outcome = {}; //!< see StepRecord
};
struct ActionFailed
{
    AuthError error;
};
struct ActionCancelled
{};
struct Verified
{
    bool asked = true; //!< the probe said yes; false: there is none to ask
    QList<CheckResult> checks; //!< of both sides, where a pair is reconnected
};
struct VerifyFailed
{
    AuthError error;
    QList<CheckResult> checks;
};
struct Next
{};
struct Back
{};
struct MarkDone
{};
struct MarkNotPossible
{
    QString reason; //!< the person's words; may be empty
};
struct Skip
{
    QString reason;
};
struct Answer
{
    QString option; //!< id of one of the question's options
};
//! After a restart: what was running is open again, and what was found is looked at afresh: checks
//! and a passed verification run once more while the place stays behind them.
struct Resume
{};

} // namespace stepevent

using StepEvent
    = std::variant<stepevent::Run, stepevent::Rerun, stepevent::CheckFinished, stepevent::Act,
                   stepevent::ActionSucceeded, stepevent::ActionFailed, stepevent::ActionCancelled,
                   stepevent::Verified, stepevent::VerifyFailed, stepevent::Next, stepevent::Back,
                   stepevent::MarkDone, stepevent::MarkNotPossible, stepevent::Skip,
                   stepevent::Answer, stepevent::Resume>;

namespace stepeffect {

struct RunChecks
{
    QList<CheckId> checks;
};
struct Perform
{
    StepAction action = StepAction::None;
    StepSide side = StepSide::This;
};
struct Probe
{};
struct StoreProgress
{};

} // namespace stepeffect

using StepEffect = std::variant<stepeffect::RunChecks, stepeffect::Perform, stepeffect::Probe,
                                stepeffect::StoreProgress>;

struct Advance
{
    ReconnectProgress progress;
    QList<StepEffect> effects;
};

//! An event that does not fit the current step changes nothing.
Advance advance(const ReconnectProgress &progress, const StepEvent &event, const QDateTime &now);

} // namespace relink
