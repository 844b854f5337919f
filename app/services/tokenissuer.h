// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "services/connectionmanager.h"
#include "services/ports.h"

#include <QFuture>
#include <QObject>

namespace relink {

class ConnectionTable;
class CredentialVault;
class TokenRefresher;

//! Hands out one access token that is valid now, renewed first where it has to be. A connection
//! that is red or paused has none.
class TokenIssuer : public QObject
{
    Q_OBJECT
public:
    TokenIssuer(const Ports &ports, ProviderCatalogue &catalogue, ConnectionTable &table,
                CredentialVault &vault, TokenRefresher &refresher, QObject *parent = nullptr);

    QFuture<Result<IssuedToken>> issue(const Connection &connection);

private:
    Ports m_ports;
    ProviderCatalogue &m_catalogue;
    ConnectionTable &m_table;
    CredentialVault &m_vault;
    TokenRefresher &m_refresher;
};

} // namespace relink
