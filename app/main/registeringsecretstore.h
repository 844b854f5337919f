// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/secretstore.h"

namespace relink {

//! A SecretStore that tells livesecrets what passes through it; everything else is the other's.
class RegisteringSecretStore final : public SecretStore
{
public:
    //! `store` must outlive it.
    explicit RegisteringSecretStore(SecretStore &store);

    QFuture<Result<std::optional<SecretBytes>>> read(const QString &account) override;
    QFuture<Result<Done>> write(const QString &account, const SecretBytes &value) override;
    QFuture<Result<Done>> remove(const QString &account) override;
    QFuture<KeychainState> state() override;
    QFuture<Result<std::optional<QStringList>>> accounts() override;

private:
    SecretStore &m_store;
};

} // namespace relink
