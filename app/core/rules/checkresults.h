// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

namespace relink {

//! Results of automatic checks that found nothing, either way.
namespace checkdetail {
inline constexpr QLatin1StringView notLookedAt("not_looked_at"); //!< what failed before hides it
inline constexpr QLatin1StringView unknown("unknown"); //!< nothing to compare with
inline constexpr QLatin1StringView notTold("not_told"); //!< the provider does not say
inline constexpr QLatin1StringView noProbe("no_probe");
inline constexpr QLatin1StringView beside("beside"); //!< it may be the cause, or not
} // namespace checkdetail

CheckResult passedCheck(CheckId check, const QString &detail);

//! `action` is what the class asks for first where it is left out.
CheckResult failedCheck(CheckId check, const QString &detail, ErrorClass errorClass,
                        const QString &cause = {},
                        std::optional<RecommendedAction> action = std::nullopt);

//! True where a check has passed without having found that all is well.
bool isOpen(const CheckResult &result);

} // namespace relink
