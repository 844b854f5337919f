// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "managerfixture.h"

#include <QJsonArray>

namespace relink::test {

//! The fixture's pack with other ways of connecting; `root` replaces keys of the pack itself.
inline QJsonObject packWith(const char *method, const char *root = "{}")
{
    QJsonObject pack
        = QJsonDocument::fromJson(ManagerFixture::packJson(R"({"rotates": true})")).object();
    pack.insert(QStringLiteral("auth_methods"),
                QJsonArray {QJsonDocument::fromJson(method).object()});
    // Who has no client ends an access by the token alone.
    const QByteArray way(method);
    if (!way.contains("\"client_id\"") || way.contains("private_key_jwt")) {
        QJsonObject revocation = pack.value(QStringLiteral("revocation")).toObject();
        revocation.insert(QStringLiteral("authentication"), QStringLiteral("none"));
        pack.insert(QStringLiteral("revocation"), revocation);
    }
    const QJsonObject own = QJsonDocument::fromJson(root).object();
    for (auto it = own.begin(); it != own.end(); ++it)
        pack.insert(it.key(), it.value());
    return pack;
}

inline constexpr char clientCredentials[] = R"({
    "id": "own", "label": "Own application", "kind": "client_credentials",
    "inputs": [{"key": "client_id", "label": "Client ID"},
               {"key": "client_secret", "label": "Secret", "secret": true}],
    "token_endpoint": "https://acme.example/token",
    "token_endpoint_auth_methods_supported": ["client_secret_basic"],
    "scopes": ["orders"], "token_parameters": {"audience": "shop"}
})";

inline constexpr char discovers[] = R"({
    "id": "own", "label": "Own application", "kind": "client_credentials", "discovers": true,
    "inputs": [{"key": "client_id", "label": "Client ID"},
               {"key": "client_secret", "label": "Secret", "secret": true},
               {"key": "issuer", "label": "Issuer", "default": "https://acme.example"}],
    "token_endpoint_auth_methods_supported": ["client_secret_basic"], "probe": {"mint": true}
})";
inline constexpr char metadata[] = R"({
    "issuer": "https://acme.example", "token_endpoint": "https://acme.example/t",
    "grant_types_supported": ["client_credentials"]
})";

inline constexpr char deviceCode[] = R"({
    "id": "device", "label": "With a code", "kind": "device_code",
    "inputs": [{"key": "client_id", "label": "Client ID"}],
    "device_authorization_endpoint": "https://acme.example/device",
    "token_endpoint": "https://acme.example/token",
    "token_endpoint_auth_methods_supported": ["none"]
})";

inline constexpr char pastedToken[] = R"({
    "id": "pasted", "label": "A token from the settings", "kind": "refresh_token",
    "inputs": [{"key": "client_id", "label": "Client ID"},
               {"key": "client_secret", "label": "Secret", "secret": true},
               {"key": "refresh_token", "label": "Refresh token", "secret": true}],
    "token_endpoint": "https://acme.example/token", "token_input": "refresh_token",
    "token_endpoint_auth_methods_supported": ["client_secret_post"]
})";

inline constexpr char signedGrant[] = R"({
    "id": "signed", "label": "A certificate", "kind": "jwt_bearer",
    "inputs": [{"key": "client_email", "label": "E-mail"},
               {"key": "private_key", "label": "Private key", "secret": true}],
    "token_endpoint": "https://acme.example/token",
    "assertion": {"algorithm": "RS256", "key_input": "private_key", "issuer": "{client_email}"}
})";

inline constexpr char signedClient[] = R"({
    "id": "signed", "label": "A certificate", "kind": "client_credentials",
    "inputs": [{"key": "client_id", "label": "Client ID"},
               {"key": "private_key", "label": "Private key", "secret": true}],
    "token_endpoint": "https://acme.example/token",
    "token_endpoint_auth_methods_supported": ["private_key_jwt"],
    "assertion": {"algorithm": "RS256", "key_input": "private_key", "issuer": "{client_id}"}
})";

//! The redirect tells where the tokens are fetched, and a call afterwards where the API lives.
inline constexpr char findsItsPlace[] = R"({
    "id": "oauth2", "label": "Sign in", "kind": "authorization_code",
    "inputs": [{"key": "client_id", "label": "Client ID"}],
    "authorization_endpoint": "https://acme.example/authorize",
    "token_endpoint": "https://{shop}.acme.example/token",
    "token_endpoint_auth_methods_supported": ["none"],
    "callback_captures": [{"from": "shop", "as": "shop", "pattern": "[a-z]+"}],
    "token_parameters": {"account": "{shop}"},
    "account_call": {"url": "https://acme.example/where", "header": "Authorization",
                     "prefix": "OAuth ",
                     "captures": [{"from": "api_host", "as": "dc", "pattern": "https://([a-z0-9]+)\\..*"}]},
    "probe": {"url": "https://{dc}.api.acme.example/me", "organisation_id_path": "org.id"}
})";

inline constexpr char mintedProof[]
    = R"({"probe": {"mint": true}, "environments": {"test": {"available": false}}})";

inline constexpr char survivingAccess[] = R"({
    "revocation": {"endpoint": "https://acme.example/revoke", "style": "fields",
                   "authentication": "none", "access_survives": true,
                   "fields": {"token": "{access_token}", "id": "{client_id}"}}
})";

inline constexpr char deviceAnswer[] = R"({
    "device_code": "d1", "user_code": "BDWD-HQPK", "interval": 1, "expires_in": 900,
    "verification_uri": "https://acme.example/device"
})";
inline constexpr char fileAnswer[]
    = R"({"device_code": "d1", "user_code": "B", "verification_uri": "file:///etc/passwd"})";
inline constexpr char accountAnswer[] = R"({"api_host": "https://us6.api.acme.example"})";
inline constexpr char foreignAccountAnswer[] = R"({"api_host": "https:"})";

} // namespace relink::test
