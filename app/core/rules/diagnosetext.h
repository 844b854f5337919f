// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"
#include "core/model/textanswer.h"

namespace relink {

//! What to think of a pasted text: what it means, whom it is about, the documented steps and the
//! one next action. `chosen` is the provider that the person named, `via` the product whose
//! integration the connection serves; either may be null. Keeps nothing of the text but what
//! decided, without secrets.
TextAnswer diagnoseText(const QString &pasted, const QList<const ProviderPack *> &packs,
                        const Documentation &documentation, const ProviderPack *chosen = nullptr,
                        const ProviderPack *via = nullptr);

} // namespace relink
