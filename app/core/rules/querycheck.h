// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! What stands in the query of an address is sent as much as what is named apart (R21): no
//! parameter that Relink sets, none that the pack sets elsewhere, no token. For every address of
//! every way of connecting, and for `api.query` and `organisation_parameter`.
void checkQueries(PackProblems &problems, const ProviderPack &pack);

} // namespace relink
