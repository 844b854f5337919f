// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"

namespace relink::test {

QByteArray ManagerFixture::packJson(const QByteArray &lifetimes)
{
    return R"({
        "id": "acme", "name": "Acme", "category": "commerce", "monogram": "Ac",
        "auth_methods": [{
            "id": "oauth2", "label": "Sign in", "kind": "authorization_code",
            "inputs": [
                {"key": "client_id", "label": "Client ID", "help": "From Acme."},
                {"key": "client_secret", "label": "Secret", "help": "From Acme.", "secret": true, "required": false}
            ],
            "authorization_endpoint": "https://acme.example/authorize",
            "token_endpoint": "https://acme.example/token",
            "token_endpoint_auth_methods_supported": ["none", "client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
            "scopes": ["orders"],
            "redirect": {"mode": "loopback"},
            "lifetimes": )"
        + lifetimes + R"(
        }],
        "environments": {"test": {"available": true, "hosts": {"acme.example": "sandbox.acme.example", "api.acme.example": "api.sandbox.acme.example"}}},
        "api": {"header": "Authorization", "prefix": "Bearer "},
        "probe": {
            "url": "https://api.acme.example/me",
            "organisation_id_path": "org.id", "organisation_name_path": "org.name", "identity_path": "user"
        },
        "revocation": {"endpoint": "https://acme.example/revoke", "style": "rfc7009", "menu_path": "Acme > Apps"},
        "sources": ["made up for tests"], "checked": "2026-11-01"
    })";
}

} // namespace relink::test
