// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/token.h"

#include "sandbox/grants.h"

namespace relink::sandbox {

using namespace Qt::StringLiterals;

Answer tokenAnswer(const Visit &visit)
{
    const ReadTokenRequest read = readTokenRequest(visit);
    if (read.refusal)
        return read.refusal;
    const TokenRequest &request = *read.request;
    if (request.isRefresh())
        return refreshTokens(request);
    switch (request.method.kind) {
    case AuthKind::AuthorizationCode:
        return exchangeCode(request);
    case AuthKind::DeviceCode:
        return redeemDeviceCode(request);
    case AuthKind::ClientCredentials:
        return mintForClient(request);
    case AuthKind::JwtBearer:
        return mintForAssertion(request);
    case AuthKind::RefreshToken:
    case AuthKind::ApiKey:
    case AuthKind::Login:
    case AuthKind::Delegated:
        break;
    }
    return oauthError(400, u"unsupported_grant_type"_s, u"This provider knows no such grant."_s);
}

} // namespace relink::sandbox
