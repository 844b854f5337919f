// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connectionstate.h"

namespace relink {

//! The light of a state (design.md section 5). Green needs a successful probe: R97.
Light lightFor(const ConnectionState &state);

//! The provider has answered renewals with a fault of its own for so long that a new authorisation
//! is worth trying; nothing is given up for it (R40).
bool reconnectIsOffered(const ConnectionState &state);

//! The one action that helps in this state: the diagnosis' own where there is one.
RecommendedAction recommendedActionFor(const ConnectionState &state);

} // namespace relink
