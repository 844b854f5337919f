// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/credential.h"
#include "core/model/providerpack.h"
#include "core/model/recipe.h"

namespace relink {

//! What was copied along into the stored secrets (MIN-30): which field, which character, where.
//! The values themselves go nowhere.
CheckResult checkStoredFormat(const AuthMethod &method, const Credential &credential);

} // namespace relink
