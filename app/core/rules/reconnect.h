// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <variant>

namespace relink {

//! The pure step engine of the guided reconnect (design.md section 8). The services perform its
//! effects and feed the outcomes back; whoever draws it holds no logic.

//! What a plan depends on beside the failure.
struct PlanFacts
{
    AuthKind kind = AuthKind::AuthorizationCode;
    std::optional<int> httpStatus;
    bool alreadyRefreshed = false; //!< the same error came back after a new authorisation (AMG-06)
    bool paired = false; //!< the connection is one of a pair
    //! What is known, by name: what `needs` and `lacks` of a step ask for, and what stands for
    //! {name} in its link. A fact that is not known is absent, not empty.
    QMap<QString, QString> known;
};

//! The recipe made concrete: the sections of the first cause that fits, each with its verification,
//! without the steps that are for another way of connecting or need a fact that is not known. Right
//! after a new authorisation, sections that only renew are left out where others remain. A
//! failure that no cause fits gets the recipe's last cause. The first page with a step's id has
//! it; the same step in a later section is named `step@section`.
ReconnectPlan planReconnect(const Diagnosis &diagnosis, const PlanFacts &facts,
                            const Recipe &recipe);

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

//! A stored progress that can be gone on with: of another version of the program, or damaged, it
//! cannot.
bool isSound(const ReconnectProgress &progress);

//! An event that does not fit the current step changes nothing.
Advance advance(const ReconnectProgress &progress, const StepEvent &event, const QDateTime &now);

//! Null when every step is behind.
const Step *currentStep(const ReconnectProgress &progress);
//! A Question whether what was done helps where it matters: one of its answers says that it did
//! not.
bool isProof(const Step &step);
//! Not needed for the answers given and what was mended so far.
bool isLeftOut(const ReconnectProgress &progress, const Step &step);
//! The Check step whose checks run again after a restart although the place is behind it.
const Step *recheckedStep(const ReconnectProgress &progress);
StepRecord recordOf(const ReconnectProgress &progress, const QString &stepId);
bool isRunning(const ReconnectProgress &progress);
bool canGoBack(const ReconnectProgress &progress);
bool canContinue(const ReconnectProgress &progress);
//! What is optional, what a person does, and an act where something else is left to try.
bool canSkip(const ReconnectProgress &progress);
//! No step that is still needed comes after the current one.
bool isLastStep(const ReconnectProgress &progress);
//! True once the latest verification passed: Save + Continue may store.
bool isVerified(const ReconnectProgress &progress);
//! Something was done to the partner, so that it has to be verified too.
bool concernsPartner(const ReconnectProgress &progress);

} // namespace relink
