// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/credential.h"
#include "core/result.h"
#include "core/rules/probeverdict.h"
#include "services/areacheck.h"
#include "services/ports.h"
#include "services/target.h"

#include <QFuture>
#include <QObject>

#include <map>
#include <memory>

namespace relink {

class ConnectionTable;
class CredentialVault;
class TokenRefresher;

//! Why a connection is checked: for a check that a person waits for, the named probes are asked
//! too; for upkeep's only when they are due.
enum class CheckReason { Asked, Upkeep };

//! Decides the light: probe; on a 401 one refresh and one more probe; then red. Whatever is no
//! verdict on the grant (network, 5xx, sign-in pages, keychain) turns nothing red. R50, R97.
class ConnectionChecker : public QObject
{
    Q_OBJECT
public:
    ConnectionChecker(const Ports &ports, ProviderCatalogue &catalogue, ConnectionTable &table,
                      CredentialVault &vault, TokenRefresher &refresher, QObject *parent = nullptr);
    ~ConnectionChecker() override;

    //! Joins a check of the same connection that is under way. A paused, revoked or never
    //! authorised connection is answered as it is. `action` stands in the history.
    QFuture<Result<Connection>> check(const ConnectionId &id, const QString &action,
                                      CheckReason reason = CheckReason::Asked);

    //! Renews first, whether due or not, then checks. A refusal of the refresh is the verdict.
    QFuture<Result<Connection>> refreshAndCheck(const ConnectionId &id);

    //! Ends every check under way with `cancelled`.
    void cancelAll();

    //! One probe with any credential; changes nothing.
    QFuture<Result<ProbeVerdict>> probe(const Target &target, const Credential &credential);

private:
    class Flight;
    QFuture<Result<Connection>> start(const ConnectionId &id, const QString &action,
                                      bool refreshFirst, CheckReason reason);

    Ports m_ports;
    ProviderCatalogue &m_catalogue;
    ConnectionTable &m_table;
    CredentialVault &m_vault;
    TokenRefresher &m_refresher;
    AreaCheck m_areas;
    std::map<ConnectionId, std::unique_ptr<Flight>> m_flights;
};

} // namespace relink
