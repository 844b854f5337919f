// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/authkind.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr AuthKind kinds[] {AuthKind::AuthorizationCode,
                            AuthKind::DeviceCode,
                            AuthKind::ClientCredentials,
                            AuthKind::JwtBearer,
                            AuthKind::RefreshToken,
                            AuthKind::ApiKey,
                            AuthKind::Login,
                            AuthKind::Delegated};
constexpr ClientAuthMethod methods[] {
    ClientAuthMethod::None, ClientAuthMethod::Basic,        ClientAuthMethod::BasicRaw,
    ClientAuthMethod::Post, ClientAuthMethod::SecretBearer, ClientAuthMethod::PrivateKeyJwt};

} // namespace

QString toString(AuthKind kind)
{
    switch (kind) {
    case AuthKind::AuthorizationCode:
        return u"authorization_code"_s;
    case AuthKind::DeviceCode:
        return u"device_code"_s;
    case AuthKind::ClientCredentials:
        return u"client_credentials"_s;
    case AuthKind::JwtBearer:
        return u"jwt_bearer"_s;
    case AuthKind::RefreshToken:
        return u"refresh_token"_s;
    case AuthKind::ApiKey:
        return u"api_key"_s;
    case AuthKind::Login:
        return u"login"_s;
    case AuthKind::Delegated:
        return u"delegated"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AuthKind> authKindFromString(const QString &text)
{
    for (const AuthKind kind : kinds) {
        if (toString(kind) == text)
            return kind;
    }
    return std::nullopt;
}

QString toString(ClientAuthMethod method)
{
    switch (method) {
    case ClientAuthMethod::None:
        return u"none"_s;
    case ClientAuthMethod::Basic:
        return u"client_secret_basic"_s;
    case ClientAuthMethod::BasicRaw:
        return u"client_secret_basic_raw"_s;
    case ClientAuthMethod::Post:
        return u"client_secret_post"_s;
    case ClientAuthMethod::SecretBearer:
        return u"client_secret_bearer"_s;
    case ClientAuthMethod::PrivateKeyJwt:
        return u"private_key_jwt"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ClientAuthMethod> clientAuthMethodFromString(const QString &text)
{
    for (const ClientAuthMethod method : methods) {
        if (toString(method) == text)
            return method;
    }
    return std::nullopt;
}

} // namespace relink
