// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

namespace relink {

//! What a pack says, or leaves out, without its sources confirming it: what the window marks as
//! "not confirmed" where a merchant relies on it.
struct Unconfirmed
{
    bool accessLifetime = false;
    bool signInLifetime = false; //!< idle or hard end of the refresh token
    bool rotation = false;
    bool revocation = false; //!< whether, and how, the access can be ended
    bool revocationPath = false; //!< the way there through the menus
    bool redirect = false; //!< which redirect addresses the provider takes
    bool scopes = false; //!< the names of the permissions
    bool testEnvironment = false;
    bool rateLimits = false;

    friend bool operator==(const Unconfirmed &, const Unconfirmed &) = default;
};

Unconfirmed unconfirmedIn(const ProviderPack &pack);

} // namespace relink
