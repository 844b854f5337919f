// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! What a token answer carries besides an access token.
struct Issue
{
    bool refresh = false; //!< a new refresh token
    QString sameRefresh = {}; //!< this one again
};

//! Issues tokens for a grant and says so in the provider's own shape.
http::Response tokenAnswerFor(const Visit &visit, const AuthMethod &method, Grant &grant,
                              const Issue &issue);

//! A new access token, in a form that the pack's captures can be read from; fills in the grant's
//! values for them.
QString newAccessToken(const Visit &visit, const AuthMethod &method, Grant &grant);

//! The lifetimes that the sandbox keeps to. A provider that is known by its metadata alone behaves
//! as strictly as any.
TokenLifetimes lifetimesOf(const AuthMethod &method);

} // namespace relink::sandbox
