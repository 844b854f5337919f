// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! Error rules for a stage that no way of connecting ever comes to.
void checkStages(PackProblems &problems, const ProviderPack &pack);

} // namespace relink
