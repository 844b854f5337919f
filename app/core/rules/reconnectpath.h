// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

namespace relink {

//! Where a guided reconnect stands: what follows from the plan and its records, and is stored
//! nowhere.

//! A stored progress that can be gone on with: of another version of the program, or damaged, it
//! cannot.
bool isSound(const ReconnectProgress &progress);

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
//! The verification that runs again after a restart although the place is behind it.
const Step *reverifiedStep(const ReconnectProgress &progress);
//! Is there anything left to try after the current step? Then its failure is no dead end.
bool hasLaterStep(const ReconnectProgress &progress);
//! Null where the question is not answered, or has no options.
const StepOption *chosenOption(const ReconnectProgress &progress, const Step &step);
//! Every check of the step has its result.
bool checksFinished(const Step &step, const StepRecord &record);

} // namespace relink
