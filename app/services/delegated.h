// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

namespace relink {

class ProviderCatalogue;

//! Another product holds the access of this connection (AuthKind::Delegated): there is no secret
//! and nobody to ask, only the merchant's word.
bool isDelegated(const ProviderCatalogue &catalogue, const Connection &connection);

} // namespace relink
