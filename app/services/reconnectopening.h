// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/reconnect.h"
#include "services/reconnectsession.h"

namespace relink {

//! How a guided reconnect begins: why, and at which place of which plan.
struct ReconnectOpening
{
    Diagnosis diagnosis;
    ReconnectProgress progress;
    bool resumes = false; //!< a half-finished one goes on
};

//! `told`: an error that the merchant met elsewhere; it goes before the connection's own state, and
//! what was told at an earlier start counts until the light turns. `stored`: what was left
//! half-finished; it goes on unless the failure has become another one, or a new grant waits.
//! `partner`: the other one of the pair now; what was begun with another one does not go on.
//! `facts`: without the status and what was renewed before, which follow from the connection.
ReconnectOpening openingOf(const Connection &connection, bool heldElsewhere,
                           const std::optional<Diagnosis> &told,
                           const std::optional<ReconnectProgress> &stored, PlanFacts facts,
                           const std::optional<ConnectionId> &partner, const QDateTime &now);

//! Where it was left, before anything is looked at afresh; the step is where it stands.
LeftAt leftAtOf(const ReconnectProgress &progress);

} // namespace relink
