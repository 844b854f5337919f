// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

namespace relink {

//! Does the new grant belong to the account and organisation that the connection had? (R70)
enum class SameAccount {
    Yes,
    No,
    CannotTell, //!< the provider names neither
};

SameAccount compareAccounts(const Connection &former, const Connection &now);

} // namespace relink
