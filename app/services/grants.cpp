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

//! A refused signature is no ended sign-in, and there is no client secret that could be wrong.
AuthError asRefusedAssertion(AuthError error, const ResolvedProvider &provider)
{
    const AuthMethod &method = provider.method;
    const bool client = error.is("invalid_client") || error.is("unauthorized_client");
    const bool grant = error.is("invalid_grant");
    const bool grants = method.kind == AuthKind::JwtBearer;
    const bool proves = provider.clientAuthentication.value_or(
                            method.clientAuthMethods.value(0, ClientAuthMethod::None))
        == ClientAuthMethod::PrivateKeyJwt;
    const bool mints = method.kind == AuthKind::ClientCredentials;
    const bool refused = (grants && (grant || (client && provider.clientId.isEmpty())))
        || (proves && (client || (grant && mints)));
    if (!refused)
        return error;
    if (error.providerCode.isEmpty())
        error.providerCode = error.code;
    error.code = QLatin1StringView(code::assertionRefused);
    return error;
}

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
        Result<TokenSet> tokens = parseTokenResponse(
            answer, method.tokenAnswer, method.tokenCaptures, ErrorOrigin::TokenEndpoint, now);
        if (!tokens)
            tokens = asRefusedAssertion(tokens.error(), target.provider);
        return withWait(tokens, answer, target.pack->rateLimits, now);
    }
    const Result<AccessToken> key = parseLoginAnswer(answer, method.loginKeyPath, now);
    if (!key)
        return withWait(Result<TokenSet>(key.error()), answer, target.pack->rateLimits, now);
    TokenSet tokens;
    tokens.accessToken = *key;
    const QJsonValue told = answerValue(answer.body);
    tokens.captures = capturedFrom(told, method.tokenCaptures, {QString::fromUtf8(key->reveal())});
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
