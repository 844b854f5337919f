// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/secretstore.h"

#include <QObject>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace relink {

class ChunkedItems;
class KeychainItems;

struct KeychainOptions
{
    std::chrono::milliseconds watchdog {10'000}; //!< of one call
    std::chrono::milliseconds probeTimeout {3'000}; //!< of one question to the Secret Service
    //! Longest text of one item in bytes, at least 4; longer values are split. 0: no limit.
#ifdef RELINK_KEYCHAIN_CHUNK_BYTES
    int chunkBytes = RELINK_KEYCHAIN_CHUNK_BYTES;
#else
    int chunkBytes = 0;
#endif
};

//! The SecretStore port over QtKeychain. Touches nothing before its first call.
//! Calls run one after the other. The watchdog of a call counts from its turn; behind a call that
//! was given up it counts from when it was made, and such a call is given up unstarted.
//! A call given up while it runs goes on in the keychain's own time; only then is the next one
//! started, so a late write never overtakes a newer one.
//! A value that is empty, not UTF-8, holds a line break or a NUL, or could be taken for a chunk
//! manifest is refused with `failed`.
//! Destroying the store cancels the futures and leaves running jobs to QtKeychain.
class QtKeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT
public:
    //! `service` names all items of a profile, e.g. "relink".
    explicit QtKeychainSecretStore(const QString &service, const KeychainOptions &options = {},
                                   QObject *parent = nullptr);
    ~QtKeychainSecretStore() override;

    QFuture<Result<std::optional<SecretBytes>>> read(const QString &account) override;
    QFuture<Result<Done>> write(const QString &account, const SecretBytes &value) override;
    QFuture<Result<Done>> remove(const QString &account) override;
    //! Not in the queue: answers also while a call waits for a person at a prompt. Where there is
    //! no Secret Service to ask (Windows, macOS, KWallet) it is always Ready.
    QFuture<KeychainState> state() override;
    //! Not in the queue either. Null where there is no Secret Service that decides.
    QFuture<Result<std::optional<QStringList>>> accounts() override;

    //! False while the keychain owes an answer, also to a call that was given up. Quitting waits
    //! for idle() a while (R81).
    bool isIdle() const { return m_queue.empty(); }

Q_SIGNALS:
    void idle();

private:
    struct Call;

    template <typename T>
    using Work = std::function<void(std::function<void(const Result<T> &)>)>;
    template <typename T>
    QFuture<Result<T>> enqueue(Work<T> work);
    void startNext();
    void finished(const std::shared_ptr<Call> &call);
    //! Does nothing for a call that is watched already.
    void watch(const std::shared_ptr<Call> &call, std::chrono::milliseconds remaining);
    //! Calls with the reason why a keychain keeps its names to itself, if it does.
    void whenListable(const std::function<void(const std::optional<AuthError> &)> &then);
    void giveUp(const std::shared_ptr<Call> &call);

    const QString m_service;
    const KeychainOptions m_options;
    std::unique_ptr<KeychainItems> m_items;
    std::unique_ptr<ChunkedItems> m_values;
    std::deque<std::shared_ptr<Call>> m_queue; //!< the first one is running
    bool m_stuck = false; //!< the running one was given up
};

} // namespace relink
