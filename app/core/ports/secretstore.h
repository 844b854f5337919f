// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/secret.h"
#include "core/result.h"

#include <QFuture>
#include <QString>
#include <QStringList>

#include <optional>

namespace relink {

enum class KeychainState {
    Ready,
    Locked,
    NoCollection, //!< a service, but no keyring yet; the first write creates one or fails
    Missing, //!< no Secret Service, no session bus, no backend
    NotAnswering,
};

namespace code {
inline constexpr auto noKeyring = "no_keyring"; //!< KeychainState::NoCollection, and none was made
} // namespace code

//! Port: the operating system's keychain, one item per account. Values are one line without raw
//! newlines. Every call completes exactly once within 10 s; a job that is still running then is
//! left alone, never deleted, and its late result is only logged.
//! Errors have origin SecretStore and one of locked, denied, not_answering, missing,
//! no_keyring, damaged, failed. "No such item" is never an error and never concluded from a locked
//! keychain (R72).
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    //! Null only when the keychain was asked and truly has no such item.
    virtual QFuture<Result<std::optional<SecretBytes>>> read(const QString &account) = 0;
    virtual QFuture<Result<Done>> write(const QString &account, const SecretBytes &value) = 0;
    //! Removing what is not there is done. A locked keychain is an error, whatever its API says.
    virtual QFuture<Result<Done>> remove(const QString &account) = 0;
    virtual QFuture<KeychainState> state() = 0;
    //! The accounts that have an item, without any value being read. Null where the keychain
    //! cannot be asked for them; a keychain that is locked is an error.
    virtual QFuture<Result<std::optional<QStringList>>> accounts() = 0;
};

} // namespace relink
