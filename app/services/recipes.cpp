// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/recipes.h"

#include "core/rules/parserecipe.h"
#include "services/documentation.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView genericFile("generic.json");

Recipe shipped(const QString &name, const Recipe *shared)
{
    QFile file(u":/recipes/"_s + name);
    const bool open = file.open(QIODevice::ReadOnly);
    Result<Recipe> recipe = parseRecipe(file.readAll(), {documentation().rows, shared});
    // Shipped with the program and read by a test: unreadable means a broken build.
    if (!open || !recipe) {
        qFatal("the built-in recipe %s cannot be read: %s", qPrintable(name),
               recipe ? "" : qPrintable(recipe.error().description));
    }
    return std::move(*recipe);
}

} // namespace

const QList<Recipe> &allRecipes()
{
    static const QList<Recipe> recipes = [] {
        const Recipe generic = shipped(genericFile, nullptr);
        QList<Recipe> all;
        for (const QString &name : QDir(u":/recipes"_s).entryList(QDir::Files)) {
            if (name != genericFile)
                all.append(shipped(name, &generic));
        }
        all.append(generic);
        return all;
    }();
    return recipes;
}

const Recipe &recipeFor(const QString &provider, const QString &via)
{
    const QList<Recipe> &recipes = allRecipes();
    const auto product = via.toLower();
    const auto fits = [&](const Recipe &recipe) {
        return product.isEmpty() ? recipe.providers.contains(provider)
                                 : recipe.vias.contains(product);
    };
    const auto it = std::find_if(recipes.begin(), recipes.end(), fits);
    if (it != recipes.end())
        return *it;
    // A product without an article of its own: the provider's holds all the same.
    const auto own = std::find_if(recipes.begin(), recipes.end(), [&](const Recipe &recipe) {
        return recipe.providers.contains(provider);
    });
    return own != recipes.end() ? *own : recipes.last();
}

} // namespace relink
