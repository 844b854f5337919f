// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"
#include "core/rules/competing.h"

#include <QString>

namespace relink::words {

//! Before a sign-in: which connections it may end, and what avoids that. Empty where no harm is
//! known of.
QString secondSignIn(const QList<Competitor> &competitors, const ProviderPack &pack);

} // namespace relink::words
