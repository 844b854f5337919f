// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

namespace relink {

//! The provider that has an address at a host; what stands for a shop's name in it fits any. Null:
//! nobody known.
const ProviderPack *packAtHost(const QString &host, const QList<const ProviderPack *> &packs);

} // namespace relink
