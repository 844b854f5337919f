// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connectionstate.h"

namespace relink {

//! What Relink itself found of a connection, beside what the merchant was told elsewhere.
enum class OwnFinding {
    Nothing, //!< not asked yet, or the same
    Works,
    SomethingElse,
};

OwnFinding ownFinding(const ConnectionState &state, const Diagnosis &told);

//! True where a guided reconnect is a way on; false for what passes by itself, for faults of this
//! computer, and for what is no failure or nobody understands.
bool leadsToReconnect(const Diagnosis &diagnosis);

} // namespace relink
