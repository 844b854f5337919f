// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/registeringsecretstore.h"

#include "main/livesecrets.h"

namespace relink {

RegisteringSecretStore::RegisteringSecretStore(SecretStore &store)
    : m_store(store)
{}

QFuture<Result<std::optional<SecretBytes>>> RegisteringSecretStore::read(const QString &account)
{
    return m_store.read(account).then([](const Result<std::optional<SecretBytes>> &value) {
        if (value && *value)
            livesecrets::registerCredential((*value)->reveal());
        return value;
    });
}

QFuture<Result<Done>> RegisteringSecretStore::write(const QString &account,
                                                    const SecretBytes &value)
{
    livesecrets::registerCredential(value.reveal());
    return m_store.write(account, value);
}

QFuture<Result<Done>> RegisteringSecretStore::remove(const QString &account)
{
    return m_store.remove(account);
}

QFuture<KeychainState> RegisteringSecretStore::state()
{
    return m_store.state();
}

} // namespace relink
