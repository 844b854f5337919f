// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace relink {

enum class AuthKind {
    AuthorizationCode, //!< RFC 6749 4.1
    DeviceCode, //!< RFC 8628: the merchant types a short code at the provider
    ClientCredentials, //!< RFC 6749 4.4; refresh means asking again
    JwtBearer, //!< RFC 7523 2.1: a signed assertion is the grant; refresh means asking again
    RefreshToken, //!< the merchant pastes a refresh token that the provider showed
    ApiKey, //!< a key goes into a header as it is
    Login, //!< a login is exchanged for a session key; refresh means logging in again
    Delegated, //!< another product holds the access; no call of our own
};

//! No person has to take part for a new access token: refresh means asking again.
inline bool mintsItself(AuthKind kind)
{
    return kind == AuthKind::ClientCredentials || kind == AuthKind::JwtBearer
        || kind == AuthKind::Login;
}
//! A person gives permission at the provider.
inline bool asksPerson(AuthKind kind)
{
    return kind == AuthKind::AuthorizationCode || kind == AuthKind::DeviceCode;
}
//! Access is given by what the merchant enters, not by a sign-in.
inline bool isEntered(AuthKind kind)
{
    return kind != AuthKind::Delegated && !asksPerson(kind);
}

enum class ClientAuthMethod {
    None, //!< public client: only client_id
    Basic, //!< RFC 6749 2.3.1: both parts form-encoded, then base64
    BasicRaw, //!< base64 of the plain pair, for servers that do not decode
    Post, //!< client_id and client_secret in the body
    SecretBearer, //!< the secret alone as a Bearer token
    PrivateKeyJwt, //!< RFC 7523 2.2: a signed assertion
};

enum class BodyEncoding {
    Form,
    Json,
    Query, //!< a GET with everything in the query, for the provider that takes nothing else
};

QString toString(AuthKind kind);
std::optional<AuthKind> authKindFromString(const QString &text);
QString toString(ClientAuthMethod method); //!< RFC 8414 names, `client_secret_basic_raw` beside
std::optional<ClientAuthMethod> clientAuthMethodFromString(const QString &text);

} // namespace relink
