// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <chrono>

namespace relink {

//! How long a renewal counts. A day: who signed in again yesterday evening and finds the same error
//! in the morning has learnt that the sign-in is not the cause; what comes back after a week may
//! well be a sign-in that ran out anew.
inline constexpr std::chrono::hours alreadyRefreshedWithin {24};

//! What is kept of a renewal now. `against` is the failure that it is to mend; null: the one that
//! stands. A renewal on top of another one, with nothing wrong in between, is against the same.
Renewal renewalOf(const Connection &connection, const QDateTime &now,
                  std::optional<ErrorClass> against = {},
                  std::chrono::seconds within = alreadyRefreshedWithin);

//! Does the same error stand again, or still, although a person renewed the access (AMG-06)? Then
//! another renewal would lead round in a circle.
bool alreadyRefreshed(const Connection &connection, const Diagnosis &diagnosis,
                      const QDateTime &now, std::chrono::seconds within = alreadyRefreshedWithin);

} // namespace relink
