// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"
#include "core/model/recipe.h"
#include "core/result.h"

#include <QByteArray>

namespace relink {

//! What a recipe may refer to beside its own parts.
struct RecipeSources
{
    QMap<QString, DocumentedRow> rows; //!< of the articles, by id
    const Recipe *shared
        = nullptr; //!< whose parts every recipe may use, and fall back on; null: none
};

//! Reads a recipe (design.md section 8). A step without words of its own has those of its first
//! row. The error is `invalid_input`; its description begins with the JSON path of the flaw.
Result<Recipe> parseRecipe(const QByteArray &json, const RecipeSources &sources = {});

} // namespace relink
