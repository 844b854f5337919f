// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"

#include <QStringList>

namespace relink {

//! The servers that the values of a connection name by themselves, where its pack leaves the whole
//! address open: an issuer and the like, and the merchant's own site. As `https://shop.example`,
//! sorted. A shop below the provider's own domain is none of them, nor is a choice that the pack
//! offers.
QStringList enteredAddresses(const ProviderPack &pack, const Connection &connection);

} // namespace relink
