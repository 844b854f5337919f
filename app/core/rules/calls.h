// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"
#include "core/model/connection.h"
#include "core/model/credential.h"
#include "core/result.h"
#include "core/rules/resolve.h"
#include "core/rules/signing.h"

#include <variant>

namespace relink {

namespace code {
//! The redirect is signed with another client secret than the connection's.
inline constexpr auto signatureMismatch = "signature_mismatch";
//! The token endpoint refused the code itself; its own word is the provider code then.
inline constexpr auto codeRefused = "code_refused";
//! It refused the signed assertion, where that is the whole proof; its own word likewise.
inline constexpr auto assertionRefused = "assertion_refused";
} // namespace code

//! The calls of a connection as values. None of them sends a nonce that no pack asks for (R23), and
//! no secret stands in an address (R20) but where BodyEncoding::Query says so. Whatever is missing
//! is `missing_input` with the input's key as the provider code.

Result<AuthorizationRequest> authorizationRequest(const ResolvedProvider &resolved,
                                                  const Connection &connection, AttemptId attempt);

//! What the redirect brought along, checked: signature (where the pack names one), required
//! equality and patterns. `state_mismatch` is never returned; a value that is wrong is an error of
//! the redirect listener with code `invalid_input`, a signature with `signature_mismatch`. Call it
//! before the exchange and add the result to the connection's captures.
Result<QMap<QString, QString>> callbackCaptures(const ResolvedProvider &resolved,
                                                const Credential &secrets,
                                                const AuthorizationGrant &grant);

//! What a capture keeps of a value: normalised, fitting its pattern, the pattern's group where it
//! has one. Null when the value does not fit.
std::optional<QString> capturedValue(const Capture &capture, const QString &value);

Result<TokenCall> exchangeCall(const ResolvedProvider &resolved, const Connection &connection,
                               const Credential &secrets, const AuthorizationGrant &grant);

//! ClientCredentials and JwtBearer: asks for a token that nobody has to sign in for (RFC 6749 4.4,
//! RFC 7523 2.1).
Result<TokenCall> mintCall(const ResolvedProvider &resolved, const Credential &credential);

//! RFC 8628 3.1 and 3.4.
Result<TokenCall> deviceAuthorizationCall(const ResolvedProvider &resolved,
                                          const Credential &secrets);
Result<TokenCall> deviceTokenCall(const ResolvedProvider &resolved, const Credential &secrets,
                                  const SecretBytes &deviceCode);

//! `no_refresh_token` where there is none. Where mintsItself(), it is that call again.
Result<TokenCall> refreshCall(const ResolvedProvider &resolved, const Connection &connection,
                              const Credential &credential);

//! AuthKind::Login: trades the login for a key.
Result<TokenCall> loginCall(const ResolvedProvider &resolved, const Connection &connection,
                            const Credential &credential);

//! AuthKind::ApiKey: the key among the credential's inputs is its access token.
Result<AccessToken> accessTokenFromKey(const ResolvedProvider &resolved,
                                       const Credential &credential);

//! AuthKind::RefreshToken: the refresh token that the merchant entered.
Result<RefreshToken> refreshTokenFromInput(const ResolvedProvider &resolved,
                                           const Credential &credential);

using RevocationCall = std::variant<TokenCall, ApiCall>;

//! Refresh token first, then access token (RFC 7009 2.1, R66); a provider's own call where the
//! pack has one. Empty when none is known or there is nothing to revoke.
QList<RevocationCall> revocationCalls(const ResolvedProvider &resolved,
                                      const Connection &connection, const Credential &credential);

//! The call that decides the light, and lists the organisations where a pack lets one choose.
//! Configuration without a probe is `missing_input` (probe_url).
Result<ApiCall> probeCall(const ResolvedProvider &resolved, const Connection &connection,
                          const Credential &credential, const CallMoment &moment = {});

//! Made after the probe was accepted, to tell what a merchant can do besides.
Result<ApiCall> namedProbeCall(const ResolvedProvider &resolved, const ResolvedNamedProbe &probe,
                               const Connection &connection, const Credential &credential,
                               const CallMoment &moment = {});

//! The pack's AccountCall.
Result<ApiCall> accountCall(const ResolvedProvider &resolved, const Credential &credential);

//! How the client would authenticate with these secrets.
ClientAuthMethod clientAuthenticationFor(const ResolvedProvider &resolved,
                                         const Credential &secrets);

} // namespace relink
