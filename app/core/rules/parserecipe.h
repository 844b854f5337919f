// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"
#include "core/result.h"

namespace relink {

//! Reads a recipe file. Strict: an unknown key, step kind or class, a cause that names a step that
//! is not there, a step that no cause names, or an action without a button is an error whose
//! description holds the JSON path.
Result<Recipe> parseRecipe(const QByteArray &json);

} // namespace relink
