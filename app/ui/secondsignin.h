// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "ui/surroundings.h"

#include <QString>

namespace relink {

//! What to tell before one more sign-in at the same provider (P4): which connection it may end.
//! Empty: none that is known. `connection` may be one that is yet to be made.
QString secondSignInWarning(const Surroundings &surroundings, const Connection &connection);

} // namespace relink
