// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/secret.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace relink {

//! What a token endpoint (or a key login) answered, RFC 6749 5.1. Lifetimes are relative, as
//! sent; the caller knows when the answer arrived.
struct TokenSet
{
    AccessToken accessToken;
    std::optional<RefreshToken> refreshToken; //!< absent or empty in the answer: keep the old one
    std::optional<std::chrono::seconds> expiresIn; //!< absent: unknown
    std::optional<std::chrono::seconds> refreshExpiresIn;
    std::optional<QStringList> scope; //!< absent: as asked
    QMap<QString, QString> captures; //!< values the pack wants from the answer; never secret
    bool tokenTypeMissing = false; //!< accepted with a note (R34)
};

} // namespace relink
