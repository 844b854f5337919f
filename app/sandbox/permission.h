// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/ledger.h"
#include "sandbox/parameters.h"

#include "core/model/providerpack.h"

namespace relink::sandbox {

//! The part of a form where a person says who they are, for which organisation, and yes or no.
QString permissionFields(const ProviderPack &pack);

//! The choices of such a form, or their defaults.
void takePermission(const Parameters &form, Grant &grant);

} // namespace relink::sandbox
