// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"

namespace relink {

//! HistoryEvent::cause of a guided reconnect that was given up: a Change with the action
//! `reconnect` that changed nothing.
inline constexpr QLatin1StringView givenUp("given_up");

//! How a step is told to people. A check step looks at this computer; that the provider refuses the
//! sign-in is why all this is done and no failure of the step.
StepStatus shownStatus(const Step &step, const StepRecord &record);

//! What a guided reconnect has tried: its steps with a result, in their order. The merchant's
//! reasons are as they were entered.
QList<SupportStep> stepsTried(const ReconnectProgress &progress);

//! The same as the message of a line of the history: `Title [not_possible] answer: reason | …`.
//! Titles and answers are those of the recipe, to be translated where they are shown; reasons are
//! redacted. What goes beyond the length of such a message is left out, the earliest first. Empty:
//! nothing was tried.
QString triedSteps(const ReconnectProgress &progress);

//! The line of the history that a guided reconnect leaves: saved, or given up.
HistoryEvent reconnectEvent(const Connection &connection, const ReconnectProgress &progress,
                            bool gaveUp, const QDateTime &now);

//! The steps of such a line; `at` is the line's. Empty for every other one.
QList<SupportStep> triedSteps(const HistoryEvent &event);

} // namespace relink
