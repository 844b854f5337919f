// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

namespace relink {

//! Read from the built-in resources once; the generic one comes last.
const QList<Recipe> &allRecipes();

//! The recipe of the product whose integration a connection serves, else of its provider, else the
//! generic one. `via` is compared without regard to case.
const Recipe &recipeFor(const QString &provider, const QString &via);

} // namespace relink
