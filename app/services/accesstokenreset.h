// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/credential.h"
#include "core/result.h"
#include "services/futures.h"
#include "services/ports.h"
#include "services/target.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace relink {

class ConnectionChecker;
class ConnectionTable;
class CredentialVault;
class ProviderCatalogue;

//! "Forget the access token and ask again" (SGE-52): drops the access token of a connection, renews
//! it once and checks. What renews it stays. Where no other could be had nothing is dropped.
class AccessTokenReset : public QObject
{
    Q_OBJECT
public:
    AccessTokenReset(const Ports &ports, ProviderCatalogue &catalogue, ConnectionTable &table,
                     CredentialVault &vault, ConnectionChecker &checker, QObject *parent = nullptr);

    //! As ConnectionManager::forgetAccessToken().
    QFuture<Result<Connection>> reset(const Connection &connection);

private:
    //! Why the access token of this credential has to stay; null when it may go.
    std::optional<AuthError> refusal(const Target &target, const Credential &credential) const;
    //! Only the access token; `then` follows when that is stored.
    void forget(const Connection &connection, Credential credential, std::shared_ptr<void> lock,
                const Completion<Connection> &done, const std::function<void()> &then);

    Ports m_ports;
    ProviderCatalogue &m_catalogue;
    ConnectionTable &m_table;
    CredentialVault &m_vault;
    ConnectionChecker &m_checker;
};

} // namespace relink
