// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"
#include "core/result.h"

#include <QFuture>

namespace relink {

//! Port: POSTs that carry credentials to a token, login or revocation endpoint.
//! Every call completes exactly once on the caller's thread, within 30 s, and is submitted at
//! most once; redirects are not followed (an AuthError `redirected`); a body over 1 MiB is an
//! AuthError `too_large`; a connection that dropped after the request was sent is
//! `connection_lost`, whose outcome at the server is unknown. Any whole HTTP answer, also a 4xx
//! or 5xx, is a value. R25 to R29, R44, R45.
class TokenEndpoint
{
public:
    virtual ~TokenEndpoint() = default;
    virtual QFuture<Result<HttpAnswer>> post(const TokenCall &call) = 0;
};

} // namespace relink
