// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/registeringsecretstore.h"

#include "main/livesecrets.h"

#include <QTimer>

namespace relink {

using namespace std::chrono_literals;

namespace {

constexpr auto rememberedFor = 1min;

} // namespace

RegisteringSecretStore::RegisteringSecretStore(SecretStore &store)
    : m_store(store)
{}

QFuture<Result<std::optional<SecretBytes>>> RegisteringSecretStore::read(const QString &account)
{
    return m_store.read(account).then([account](const Result<std::optional<SecretBytes>> &value) {
        if (value && *value)
            livesecrets::registerCredential(account, (*value)->reveal());
        return value;
    });
}

QFuture<Result<Done>> RegisteringSecretStore::write(const QString &account,
                                                    const SecretBytes &value)
{
    livesecrets::registerCredential(account, value.reveal());
    return m_store.write(account, value);
}

QFuture<Result<Done>> RegisteringSecretStore::remove(const QString &account)
{
    return m_store.remove(account).then([account](const Result<Done> &removed) {
        // A message about the last request may still be on its way to the log (R83); after a
        // minute nothing is left of the account (R86).
        if (removed) {
            QTimer::singleShot(rememberedFor, [account, until = livesecrets::moment()] {
                livesecrets::forget(account, until);
            });
        }
        return removed;
    });
}

QFuture<KeychainState> RegisteringSecretStore::state()
{
    return m_store.state();
}

QFuture<Result<std::optional<QStringList>>> RegisteringSecretStore::accounts()
{
    return m_store.accounts();
}

} // namespace relink
