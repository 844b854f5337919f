// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/credential.h"
#include "core/model/providerpack.h"
#include "services/connectionmanager.h"
#include "services/futures.h"

#include <QFuture>
#include <QObject>

namespace relink {

class ConnectionChecker;
class ConnectionTable;
class CredentialVault;

//! Changes what a connection is made of, and decides what that means for its secrets: which of them
//! stay, where they may go now, and whether the provider is asked again.
class ConnectionEditor : public QObject
{
    Q_OBJECT
public:
    ConnectionEditor(ProviderCatalogue &catalogue, ConnectionTable &table, CredentialVault &vault,
                     ConnectionChecker &checker, QObject *parent = nullptr);

    QFuture<Result<Connection>> edit(const Connection &former, const EditRequest &request);

private:
    void store(const Connection &former, Connection edited, Credential secrets,
               const EditRequest &request, AuthKind kind, const Completion<Connection> &done);

    ProviderCatalogue &m_catalogue;
    ConnectionTable &m_table;
    CredentialVault &m_vault;
    ConnectionChecker &m_checker;
};

} // namespace relink
