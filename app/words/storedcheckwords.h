// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <QString>

namespace relink::words {

// What the checks say that ask nobody: of addresses, permissions, other connections and what is
// stored. `provider` is shownProvider().
QString endpointSentence(const CheckResult &result, const QString &provider);
QString scopeSentence(const CheckResult &result, const QString &provider);
QString competingSentence(const CheckResult &result, const QString &provider);
QString formatSentence(const CheckResult &result);
QString testModeSentence(const CheckResult &result, const QString &provider);

} // namespace relink::words
