// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "core/model/recipe.h"

namespace relink {

//! The addresses that a connection would ask (SGE-51): encrypted, at hosts of the provider, each
//! with a path. What the merchant entered is held against what the pack says; what was discovered
//! against who was asked for it. Nobody is asked anything.
CheckResult checkEndpoints(const ProviderPack &pack, const Connection &connection);

//! `example.com` of `api.shop.example.com`; the host itself where nothing shorter is anybody's.
QString registrableDomainOf(const QString &host);

//! True for a name that was probably meant to be the other one: a letter or two differ.
bool looksMisspelt(const QString &name, const QString &meant);

} // namespace relink
