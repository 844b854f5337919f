// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

class QDebug;
class QVariant;

namespace relink {

//! Bytes that must never be shown, logged or stored outside the keychain. There is one door,
//! reveal(), so that a search for it lists every place a secret is used.
template <typename Tag>
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray &reveal() const { return m_bytes; }

    friend bool operator==(const Secret &, const Secret &) = default;
    friend QDebug operator<<(QDebug, const Secret &) = delete;
    operator QVariant() const = delete;

private:
    QByteArray m_bytes;
};

using AccessToken = Secret<struct AccessTokenTag>;
using RefreshToken = Secret<struct RefreshTokenTag>;
using ClientSecret = Secret<struct ClientSecretTag>;
using ApiKey = Secret<struct ApiKeyTag>;
using Password = Secret<struct PasswordTag>;
using AuthorizationCode = Secret<struct AuthorizationCodeTag>;
using CodeVerifier = Secret<struct CodeVerifierTag>;
//! A secret whose kind does not matter where it stands: a form field, a header value.
using SecretBytes = Secret<struct SecretBytesTag>;

} // namespace relink
