// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/rules/parsepack.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace relink::test {

inline QString packFolder()
{
    return QStringLiteral(RELINK_SOURCE_DIR "/resources/providers");
}

inline QStringList shippedIds()
{
    QStringList ids;
    for (const QString &name : QDir(packFolder()).entryList({QStringLiteral("*.json")}))
        ids.append(name.chopped(5));
    return ids;
}

inline QByteArray shippedJson(const QString &id)
{
    QFile file(QDir(packFolder()).filePath(id + QStringLiteral(".json")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! A shipped pack; one without an id when it does not parse.
inline ProviderPack shippedPack(const char *id)
{
    auto pack = parseProviderPack(shippedJson(QLatin1StringView(id)), true);
    return pack ? *pack : ProviderPack();
}

//! The smallest pack that is accepted, to be spoilt in one place.
inline QJsonObject smallPack()
{
    return QJsonDocument::fromJson(R"({
        "id": "shop", "name": "Shop", "category": "commerce", "monogram": "S",
        "auth_methods": [{
            "id": "oauth2", "label": "Sign in", "kind": "authorization_code",
            "inputs": [
                {"key": "client_id", "label": "Client ID"},
                {"key": "client_secret", "label": "Client secret", "secret": true, "required": false},
                {"key": "shop", "label": "Shop", "pattern": "[a-z0-9-]+", "example": "my-shop"}
            ],
            "authorization_endpoint": "https://{shop}.example.com/authorize",
            "token_endpoint": "https://{shop}.example.com/token",
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "none"]
        }],
        "api": {"header": "Authorization", "prefix": "Bearer "},
        "probe": {"url": "https://{shop}.example.com/me"},
        "revocation": {"endpoint": "https://{shop}.example.com/revoke", "menu_path": "Apps"},
        "errors": [{
            "id": "gone", "status": 401, "json": {"code": "gone"}, "class": "revoked",
            "source": "documentation", "examples": [{"status": 401, "body": "{\"code\":\"gone\"}"}]
        }],
        "sources": ["documentation"], "checked": "2026-01-31"
    })")
        .object();
}

//! Rules that the small pack's own rule takes all or some cases of.
inline constexpr char ruleBehindAnother[] = R"({
        "id": "b", "status": 401, "json": {"CODE": "GONE", "more": "x"}, "class": "revoked",
        "source": "s", "examples": [{"status": 401, "body": "{\"code\":\"gone\",\"more\":\"x\"}"}]
    })";
inline constexpr char ruleWithTakenExample[] = R"({
        "id": "b", "stage": "api", "status": 401, "text": "gone", "class": "revoked",
        "source": "s", "examples": [{"status": 401, "body": "{\"code\":\"gone\"}"}]
    })";

//! Ways of connecting of the other two kinds.
inline constexpr char keyAndLogin[] = R"([
        {"id": "key", "label": "Key", "kind": "api_key", "key_input": "k",
         "inputs": [{"key": "k", "label": "Key", "secret": true},
                    {"key": "shop", "label": "Shop", "pattern": "[a-z]+"}]},
        {"id": "login", "label": "Login", "kind": "login", "login_endpoint": "https://a.example.com/",
         "login_fields": {"u": "{user}", "p": "{pass}"},
         "inputs": [{"key": "user", "label": "User"},
                    {"key": "pass", "label": "Password", "secret": true},
                    {"key": "shop", "label": "Shop", "pattern": "[a-z]+"}]}
    ])";

inline QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace relink::test
