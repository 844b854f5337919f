// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/secret.h"

#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>

namespace relink {

//! The whole secret of one connection: exactly what one keychain item holds, so that a token pair
//! is never torn (R58). Serialised by the rules in rules/credentialformat.h.
struct Credential
{
    quint64 generation = 0; //!< grows by one with every change of the tokens
    AccessToken accessToken; //!< an API key or a session key stands here too
    RefreshToken refreshToken;
    QDateTime obtainedAt;
    std::optional<QDateTime> accessExpiresAt; //!< absent: unknown
    std::optional<QDateTime> refreshExpiresAt;
    QMap<QString, SecretBytes> inputs; //!< secret inputs by key: client_secret, password, api_key

    bool hasAccess() const { return !accessToken.isEmpty(); }
    bool hasRefresh() const { return !refreshToken.isEmpty(); }
    friend bool operator==(const Credential &, const Credential &) = default;
};

} // namespace relink
