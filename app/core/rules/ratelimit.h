// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/httpanswer.h"
#include "core/model/providerpack.h"

#include <QDateTime>

namespace relink {

//! Where a 429 or 503 named no Retry-After, the provider's own header says how long to wait, else
//! the pack's usual wait. Capped like Retry-After (R47).
void addWait(AuthError &error, const HttpAnswer &answer, const RateLimits &limits,
             const QDateTime &now);

} // namespace relink
