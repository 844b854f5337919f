// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/accesstokenreset.h"
#include "services/authorizeflow.h"
#include "services/connectionchecker.h"
#include "services/connectioneditor.h"
#include "services/connectionmanager.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/integrationtable.h"
#include "services/orphansearch.h"
#include "services/revoker.h"
#include "services/systemchecks.h"
#include "services/tokenissuer.h"
#include "services/tokenrefresher.h"

#include <functional>
#include <map>

namespace relink {

//! The parts behind the façade; the guided reconnect works on the same ones.
class ConnectionManager::Private
{
public:
    Private(const Ports &p, ProviderCatalogue &c)
        : ports(p)
        , catalogue(c)
        , table(ports)
        , integrations(ports, catalogue, table)
        , vault(ports)
        , refresher(ports, catalogue, table, vault)
        , checker(ports, catalogue, table, vault, refresher)
        , issuer(ports, catalogue, table, vault, refresher)
        , reset(ports, catalogue, table, vault, checker)
        , editor(catalogue, table, vault, checker)
        , revoker(ports, catalogue, table, vault, checker)
        , checks(ports, table, vault, checker)
        , orphans(ports, table)
    {
        table.setPairNames([this](const QString &name) { return integrations.isPair(name); });
    }

    //! Starts a flow and keeps it until forget().
    AuthorizeFlow &startFlow(AttemptId attempt, const Connection &draft, const Credential &secrets,
                             AuthorizationInteraction *interaction);
    AuthorizeFlow *flow(AttemptId attempt) const;
    void forget(AttemptId attempt);
    //! Asked before anybody signs in: can the result be kept? Where there is no keyring yet, the
    //! computer is made to create one by a first small entry, which is removed again. What another
    //! product holds is not asked for.
    void whenStorable(const AuthMethod &method,
                      const std::function<void(const Result<Done> &)> &then);
    //! What the merchant says of what another product holds.
    void tell(const ConnectionId &id, bool works);
    //! Ends everything under way with `cancelled` while all parts are still there to hear it.
    void cancelAll();

    enum class Row { New, Existing };
    //! Keychain first, then the row, then the light (design.md section 4). An existing row that
    //! was removed meanwhile, here or by another process, stays removed.
    QFuture<Result<Connection>> store(const NewGrant &grant, AttemptId attempt, Row row,
                                      HistoryStage stage, const QString &action);

    Ports ports;
    ProviderCatalogue &catalogue;
    ConnectionTable table;
    IntegrationTable integrations;
    CredentialVault vault;
    TokenRefresher refresher;
    ConnectionChecker checker;
    TokenIssuer issuer;
    AccessTokenReset reset;
    ConnectionEditor editor;
    Revoker revoker;
    SystemChecks checks;
    OrphanSearch orphans;
    int adding = 0; //!< imports under way

private:
    Result<Connection> storeTold(Connection connection);

    std::map<quint64, std::unique_ptr<AuthorizeFlow>> m_flows;
};

//! A key that was refused at the first call, as the failure that it is (`key_refused`); null for
//! all else that a probe may say.
std::optional<AuthError> refusalOfKey(const NewGrant &grant, const ProviderPack &pack);

//! Does this answer of a probe say that the new grant itself is worth nothing?
bool refusesGrant(const AuthError &probeError, const ProviderPack *pack, AuthKind kind);

} // namespace relink
