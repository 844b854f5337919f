// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/httpclient.h"
#include "core/ports/tokenendpoint.h"

namespace relink {

//! TokenEndpoint over HTTP: encodes the body and the client authentication of a TokenCall
//! (RFC 6749 2.3.1 and appendix B) and sends it once.
class TokenEndpointClient final : public TokenEndpoint
{
public:
    explicit TokenEndpointClient(const HttpLimits &limits = {});

    QFuture<Result<HttpAnswer>> post(const TokenCall &call) override;

private:
    HttpClient m_http;
};

} // namespace relink
