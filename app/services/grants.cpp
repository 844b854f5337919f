// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/grants.h"

#include "core/rules/loginanswer.h"
#include "core/rules/tokenresponse.h"

namespace relink {

Result<TokenSet> readTokens(const Target &target, const HttpAnswer &answer, const QDateTime &now)
{
    const AuthMethod &method = target.provider.method;
    if (method.kind != AuthKind::Login) {
        return parseTokenResponse(answer, method.formAnswers, method.tokenCaptures,
                                  ErrorOrigin::TokenEndpoint, now);
    }
    const Result<AccessToken> key = parseLoginAnswer(answer, method.loginKeyPath, now);
    if (!key)
        return key.error();
    TokenSet tokens;
    tokens.accessToken = *key;
    return tokens;
}

Credential renewed(const Credential &former, const TokenSet &tokens, const Target &target,
                   const QDateTime &receivedAt)
{
    const TokenLifetimes lifetimes = target.lifetimes();
    Credential next = former;
    next.generation = former.generation + 1;
    next.accessToken = tokens.accessToken;
    next.obtainedAt = receivedAt;
    const std::optional<std::chrono::seconds> access
        = tokens.expiresIn ? tokens.expiresIn : lifetimes.access;
    next.accessExpiresAt = access && !lifetimes.accessNeverExpires
        ? std::optional(receivedAt.addSecs(access->count()))
        : std::nullopt;
    if (tokens.refreshToken) {
        next.refreshToken = *tokens.refreshToken;
        next.refreshExpiresAt.reset();
        const std::optional<std::chrono::seconds> refresh = tokens.refreshExpiresIn
            ? tokens.refreshExpiresIn
            : lifetimes.refreshHard ? lifetimes.refreshHard
                                    : lifetimes.refreshIdle;
        if (refresh)
            next.refreshExpiresAt = receivedAt.addSecs(refresh->count());
    } else if (next.hasRefresh() && lifetimes.refreshIdle && !lifetimes.refreshHard) {
        // An idle lifetime starts anew with every use.
        next.refreshExpiresAt = receivedAt.addSecs(lifetimes.refreshIdle->count());
    }
    return next;
}

void copyExpiries(const Credential &credential, Connection &connection)
{
    connection.accessExpiresAt = credential.accessExpiresAt;
    connection.refreshExpiresAt = credential.refreshExpiresAt;
}

} // namespace relink
