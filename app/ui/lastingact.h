// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

namespace relink {

//! What the reconnect has already changed for good, so that Cancel cannot take it back.
enum class LastingAct {
    None,
    Renewed, //!< a token was renewed: the former one is gone
    Revoked, //!< an access was ended at the provider
};

LastingAct lastingActOf(const ReconnectProgress &progress);

} // namespace relink
