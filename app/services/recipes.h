// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

namespace relink {

//! The recipe that fits a provider and the product it is reached through; the generic one where
//! no other does. Read from the built-in resources once.
const Recipe &recipeFor(const QString &provider, const QString &via);

} // namespace relink
