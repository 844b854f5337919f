// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/credential.h"
#include "core/model/providerpack.h"
#include "core/ports/connectionstore.h"

namespace relink {

//! How long before its end an access token is renewed: min(the pack's margin or 5 minutes, 20 %
//! of the lifetime). X-02, R60.
std::chrono::seconds refreshMargin(std::chrono::seconds lifetime, const TokenLifetimes &pack);

//! When the next refresh is due: min(obtained + pack interval, expiry - margin). Null when nothing
//! says so: an unknown or endless lifetime is refreshed only after a refusal. Never earlier than
//! 10 s after the token was obtained.
std::optional<QDateTime> nextRefresh(const Credential &credential, const TokenLifetimes &pack);

//! Can the access token still be expected to work? An unknown expiry says yes.
bool isFresh(const Credential &credential, const TokenLifetimes &pack, const QDateTime &now);

//! What to do with a refresh that was begun and never finished (R55, R59).
enum class AfterLostAnswer {
    NothingLost, //!< the credential is newer than the marker: the pair was stored
    RetryOnce, //!< the pack states that the old token still works
    UseAccessToken, //!< the refresh token must not be sent again; the old access token may live
};
AfterLostAnswer afterLostAnswer(const RefreshMarker &marker, const Credential &credential,
                                const TokenLifetimes &pack, const QDateTime &now);

} // namespace relink
