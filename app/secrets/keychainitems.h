// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychainverdict.h"

#include <functional>

namespace relink {

//! Single keychain items through QtKeychain, with the answers checked against the Secret Service.
//! No queue, no watchdog and no chunks: QtKeychainSecretStore adds them. One call at a time.
//! Every call back comes exactly once, or never where the keychain never answers or this object
//! is gone; jobs are left to QtKeychain, because deleting a running one crashes (R73).
class KeychainItems : public QObject
{
    Q_OBJECT
public:
    using ReadCallback = std::function<void(const Result<std::optional<SecretBytes>> &)>;
    using DoneCallback = std::function<void(const Result<Done> &)>;

    KeychainItems(const QString &service, std::chrono::milliseconds probeTimeout,
                  QObject *parent = nullptr);

    //! Null only for an item that is truly absent. An item that is there and cannot be read as
    //! text is `damaged`.
    void read(const QString &account, ReadCallback callback);
    //! Done only after the same bytes were read back.
    void write(const QString &account, const SecretBytes &value, DoneCallback callback);
    void remove(const QString &account, DoneCallback callback);
    void askState(SecretServiceProbe::Callback callback);

private:
    enum class Attempt { First, Second };

    void read(const QString &account, Attempt attempt, ReadCallback callback);
    void write(const QString &account, const SecretBytes &value, Attempt attempt,
               DoneCallback callback);
    void remove(const QString &account, Attempt attempt, DoneCallback callback);
    template <typename Job, typename Handler>
    void run(Job *job, const QString &account, Handler handler);
    void ask(const QString &account, SecretServiceProbe::Callback callback);
    //! Finds the code for a job that failed, or tries again where a new session may help.
    void explain(const QString &account, const QKeychain::Job &job, Attempt attempt,
                 std::function<void()> retry, std::function<void(const AuthError &)> callback);

    const QString m_service;
    SecretServiceProbe m_probe;
};

} // namespace relink
