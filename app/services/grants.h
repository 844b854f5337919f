// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/tokenset.h"
#include "services/target.h"

namespace relink {

//! From answers to credentials; shared by authorising, logging in and refreshing.

//! The tokens of an answer of the token endpoint, or the key of a login's.
Result<TokenSet> readTokens(const Target &target, const HttpAnswer &answer, const QDateTime &now);

//! The credential after the answer: one generation on, the former refresh token kept where none
//! came (RFC 6749 6, R36), lifetimes counted from `receivedAt` with the pack's where the answer is
//! silent.
Credential renewed(const Credential &former, const TokenSet &tokens, const Target &target,
                   const QDateTime &receivedAt);

//! The connection shows when its tokens end without asking the keychain.
//! Where a person signed in and no refresh token came, the sign-in ends with the access token.
void copyExpiries(const Credential &credential, AuthKind kind, Connection &connection);

} // namespace relink
