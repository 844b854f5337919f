// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/credential.h"
#include "core/model/ids.h"
#include "core/result.h"
#include "services/ports.h"
#include "services/target.h"

#include <QFuture>
#include <QObject>

#include <map>
#include <memory>

namespace relink {

class ConnectionTable;
class CredentialVault;

//! Renews access tokens: one refresh in flight per connection in this process (callers join it)
//! and, by the journal's lock, across processes. Inside the lock the keychain is read again; a
//! marker is on disk before the request; the new pair is stored as one item before anybody uses
//! it. R52, R53, R55, R56, R58, R59.
class TokenRefresher : public QObject
{
    Q_OBJECT
public:
    TokenRefresher(const Ports &ports, ProviderCatalogue &catalogue, ConnectionTable &table,
                   CredentialVault &vault, QObject *parent = nullptr);
    ~TokenRefresher() override;

    //! `usedGeneration` is the credential that was refused or is too old. If the keychain holds a
    //! newer one, that is the answer and nothing is sent. Errors: keychain; `busy` when another
    //! process holds the lock for 35 s; `answer_lost`; what the provider said; transport.
    QFuture<Result<Credential>> refresh(const ConnectionId &id, quint64 usedGeneration);

    //! Ends every refresh under way with `cancelled`; the marker of a sent one stays.
    void cancelAll();

private:
    class Flight;

    Ports m_ports;
    ProviderCatalogue &m_catalogue;
    ConnectionTable &m_table;
    CredentialVault &m_vault;
    std::map<ConnectionId, std::unique_ptr<Flight>> m_flights;
};

} // namespace relink
