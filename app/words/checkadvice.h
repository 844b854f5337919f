// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"
#include "core/model/recipe.h"

#include <QStringList>

namespace relink::words {

//! What stands below a failed check of this computer and its network: whose fault it is not, then
//! the documented steps. Empty for all other results, whose steps follow in the plan.
QStringList checkAdvice(const CheckResult &result, const Documentation &documentation);

} // namespace relink::words
