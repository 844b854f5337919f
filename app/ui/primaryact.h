// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <QString>

namespace relink {

class ReconnectSession;
class StepPage;
class StepScene;

//! What the primary button of the guided reconnect does.
enum class PrimaryAct {
    Next,
    Start, //!< does the Action step
    MarkDone,
    GiveReason, //!< leaves the step undone
    GoOnWithout, //!< the act was refused
    CheckAgain,
    Save,
    Close, //!< nothing is left to try
    Wait
};

//! `page` shows the session's current step; null behind the last one.
PrimaryAct primaryActFor(const ReconnectSession &session, const StepPage *page);

//! Names the act. `step` may be null.
QString primaryText(PrimaryAct act, const Step *step, const StepScene &scene);

} // namespace relink
