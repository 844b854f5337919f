// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/grants.h"

#include "core/rules/jsonpath.h"
#include "core/rules/loginanswer.h"
#include "core/rules/ratelimit.h"
#include "core/rules/tokenresponse.h"
#include "core/rules/xmlvalue.h"

namespace relink {

namespace {

Result<TokenSet> withWait(Result<TokenSet> tokens, const HttpAnswer &answer,
                          const RateLimits &limits, const QDateTime &now)
{
    if (tokens)
        return tokens;
    AuthError error = tokens.error();
    addWait(error, answer, limits, now);
    return error;
}

} // namespace

Result<TokenSet> readTokens(const Target &target, const HttpAnswer &answer, const QDateTime &now)
{
    const AuthMethod &method = target.provider.method;
    if (method.kind != AuthKind::Login) {
        return withWait(parseTokenResponse(answer, method.tokenAnswer, method.tokenCaptures,
                                           ErrorOrigin::TokenEndpoint, now),
                        answer, target.pack->rateLimits, now);
    }
    const Result<AccessToken> key = parseLoginAnswer(answer, method.loginKeyPath, now);
    if (!key)
        return withWait(Result<TokenSet>(key.error()), answer, target.pack->rateLimits, now);
    TokenSet tokens;
    tokens.accessToken = *key;
    const QJsonValue told = answerValue(answer.body);
    tokens.captures = capturedFrom(told, method.tokenCaptures);
    if (!method.loginLifetimePath.isEmpty())
        tokens.expiresIn = lifetimeFrom(atPath(told, method.loginLifetimePath));
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

void copyExpiries(const Credential &credential, AuthKind kind, Connection &connection)
{
    connection.accessExpiresAt = credential.accessExpiresAt;
    connection.refreshExpiresAt = asksPerson(kind) && !credential.hasRefresh()
        ? credential.accessExpiresAt
        : credential.refreshExpiresAt;
}

} // namespace relink
