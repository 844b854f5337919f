// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! The hosts of Test Mode are hosts, and exchange ones that the pack has.
void checkTestHosts(PackProblems &problems, const ProviderPack &pack,
                    const PlaceholderNames &names);

//! An input that is asked for in one environment alone is not needed in the other.
void checkBoundInputs(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                      const QString &path);

} // namespace relink
