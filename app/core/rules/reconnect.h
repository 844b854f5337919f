// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <variant>

namespace relink {

//! The pure step engine of the guided reconnect (design.md section 8). The services perform its
//! effects and feed the outcomes back; whoever draws it holds no logic.

//! The recipe made concrete: the first cause that lists the class, without the steps that are for
//! another way of connecting. A class that no cause lists gets the recipe's last cause.
ReconnectPlan planReconnect(const Diagnosis &diagnosis, AuthKind kind, const Recipe &recipe);

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
};
struct VerifyFailed
{
    AuthError error;
};
struct Next
{};
struct Back
{};
struct MarkDone
{};
struct MarkNotPossible
{};
struct Skip
{};
//! After a restart: what was running is open again, and what was found is looked at afresh: checks
//! run once more where the place is behind them, a verification has to be repeated.
struct Resume
{};

} // namespace stepevent

using StepEvent
    = std::variant<stepevent::Run, stepevent::Rerun, stepevent::CheckFinished, stepevent::Act,
                   stepevent::ActionSucceeded, stepevent::ActionFailed, stepevent::ActionCancelled,
                   stepevent::Verified, stepevent::VerifyFailed, stepevent::Next, stepevent::Back,
                   stepevent::MarkDone, stepevent::MarkNotPossible, stepevent::Skip,
                   stepevent::Resume>;

namespace stepeffect {

struct RunChecks
{
    QList<CheckId> checks;
};
struct Perform
{
    StepAction action = StepAction::None;
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

//! Null when every step is behind.
const Step *currentStep(const ReconnectProgress &progress);
//! The Check step whose checks run again after a restart although the place is behind it.
const Step *recheckedStep(const ReconnectProgress &progress);
StepRecord recordOf(const ReconnectProgress &progress, const QString &stepId);
bool isRunning(const ReconnectProgress &progress);
bool canGoBack(const ReconnectProgress &progress);
bool canContinue(const ReconnectProgress &progress);
//! True once a Verify step of the plan passed: Save + Continue may store.
bool isVerified(const ReconnectProgress &progress);

} // namespace relink
