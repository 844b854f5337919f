// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/recipes.h"

#include "core/rules/parserecipe.h"

#include <QFile>

namespace relink {

const Recipe &recipeFor(const QString &, const QString &)
{
    static const Recipe generic = [] {
        QFile file(QStringLiteral(":/recipes/generic.json"));
        const bool open = file.open(QIODevice::ReadOnly);
        Q_ASSERT(open);
        const Result<Recipe> recipe = parseRecipe(file.readAll());
        // Shipped with the program and read by a test: unreadable means a broken build.
        if (!open || !recipe)
            qFatal("the built-in recipe cannot be read");
        return *recipe;
    }();
    return generic;
}

} // namespace relink
