// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! Verifies signed calls from what the RFC and the provider's manual say, not from what Relink
//! does.

//! A call signed as RFC 5849 says, with HMAC-SHA256.
struct Signed
{
    bool sent = false; //!< there is such a signature
    QString token;
    QString problem; //!< empty: it is right
};

Signed readOAuth1(const Visit &visit, const AuthMethod &method);

//! What is wrong with the parameters `timestamp` and `sign`: an HMAC-SHA256, keyed with the client
//! secret, of path, sorted parameters and body between two copies of that secret. Empty: nothing.
QString signedQueryProblem(const Visit &visit, const AuthMethod &method);

} // namespace relink::sandbox
