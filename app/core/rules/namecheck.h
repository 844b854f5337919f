// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! Whatever has a value in templates (inputs, what a choice fills in, captures, constants) has a
//! name of its own, and none that Relink itself gives a value.
void checkNames(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                const QString &path);

} // namespace relink
