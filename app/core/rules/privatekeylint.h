// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace relink {

//! What a pasted private key is instead of one (RFC 7468).
enum class PrivateKeyFlaw {
    NotPem, //!< no `-----BEGIN …-----` line
    Incomplete, //!< the last line was not copied along
    PublicKey,
    Certificate,
    Encrypted, //!< opens only with a passphrase, for which there is no field
};

//! Null: it has the form of a private key. Says nothing about whether it is the right one.
std::optional<PrivateKeyFlaw> lintPrivateKey(const QString &text);

} // namespace relink
