// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/diagnosis.h"
#include "core/model/providerpack.h"

namespace relink {

namespace code {
//! Somebody removed the connection while something was being done with it.
inline constexpr auto connectionRemoved = "connection_removed";
inline constexpr auto connectionPaused = "connection_paused";
//! A stored key or login belongs to other addresses; entering it again is how these are accepted.
inline constexpr auto secretUnbound = "secret_unbound";
//! The provider does not take a key that has only now been entered.
inline constexpr auto keyRefused = "key_refused";
} // namespace code

//! What a failure means: the provider's own rules first, then the generic RFC and HTTP rules,
//! both ordered data; where these are vague, what the answer says in words. `pack` may be null.
//! `kind` decides how a refused credential is read: a token is refreshed and authorised again, a
//! key is looked at.
Diagnosis classify(const AuthError &error, ErrorStage stage, const ProviderPack *pack,
                   AuthKind kind = AuthKind::AuthorizationCode);

//! The one action that a class asks for first.
RecommendedAction firstActionFor(ErrorClass errorClass, AuthKind kind);

} // namespace relink
