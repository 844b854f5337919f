// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/parserecipe.h"
#include "support/diagnosecorpus.h"

#include <QDir>
#include <QFile>

namespace relink::test {

//! The shipped recipe of a file in resources/recipes, or why it cannot be read.
inline Result<Recipe> readRecipe(const QString &name, const Recipe *shared = nullptr)
{
    QFile file(QStringLiteral(RELINK_SOURCE_DIR "/resources/recipes/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return localError(code::invalidInput, file.errorString());
    return parseRecipe(file.readAll(), {shippedDocumentation().rows, shared});
}

inline const Recipe &genericRecipe()
{
    static const Recipe recipe = readRecipe(QStringLiteral("generic.json")).value();
    return recipe;
}

inline QStringList recipeFiles()
{
    return QDir(QStringLiteral(RELINK_SOURCE_DIR "/resources/recipes"))
        .entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

//! Every shipped recipe, by the name of its file. The unreadable ones are missing.
inline QMap<QString, Recipe> allRecipes()
{
    QMap<QString, Recipe> recipes;
    for (const QString &name : recipeFiles()) {
        const bool isGeneric = name == QLatin1StringView("generic.json");
        if (const Result<Recipe> recipe = readRecipe(name, isGeneric ? nullptr : &genericRecipe()))
            recipes.insert(name, *recipe);
    }
    return recipes;
}

} // namespace relink::test
