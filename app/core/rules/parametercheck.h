// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! Names per request, extra parameters, grant types, scopes.
void checkParameters(PackProblems &problems, const AuthMethod &method, const QString &path,
                     const PlaceholderNames &names);

} // namespace relink
