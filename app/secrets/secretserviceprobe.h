// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/secretstore.h"

#include <QObject>

#include <chrono>
#include <functional>

class QDBusError;

namespace relink {

//! What the Secret Service says about itself and, if asked, about one item.
struct SecretServiceAnswer
{
    KeychainState state = KeychainState::NotAnswering;
    int unlockedItems = 0;
    int lockedItems = 0;
    QString detail; //!< technical, English, without any attribute: for logs and details views
};

//! Whether what the Secret Service says is the truth about the keychain that QtKeychain uses.
enum class SecretServiceRole {
    Decides, //!< QtKeychain works through libsecret
    Hints, //!< KDE 4 and 5: KWallet, or libsecret where KWallet does not start
    Absent, //!< Windows, macOS: QtKeychain's own codes are all there is
};

SecretServiceRole secretServiceRole();

//! Asks the Secret Service over D-Bus what QtKeychain cannot tell: QtKeychain says "no such entry"
//! and "deleted" also of a locked keyring. Reads nothing secret and never raises a prompt.
//! Source: freedesktop.org Secret Service API 0.2, Service and Collection interfaces.
class SecretServiceProbe : public QObject
{
    Q_OBJECT
public:
    using Callback = std::function<void(const SecretServiceAnswer &)>;

    explicit SecretServiceProbe(std::chrono::milliseconds timeout, QObject *parent = nullptr);

    //! Calls back exactly once, never before it returns, within the timeout; not at all when the
    //! probe is destroyed first. An empty `account` asks for the state alone.
    void ask(const QString &service, const QString &account, Callback callback);

    //! What a failed D-Bus call says about the service.
    static KeychainState stateOf(const QDBusError &error);

private:
    const std::chrono::milliseconds m_timeout;
};

} // namespace relink
