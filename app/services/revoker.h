// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/revokeoutcome.h"
#include "core/result.h"
#include "core/rules/calls.h"
#include "core/rules/reduce.h"
#include "services/ports.h"
#include "services/target.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace relink {

class ConnectionChecker;
class ConnectionTable;
class CredentialVault;

//! Ends a grant: at the provider where there is a way, refresh token first (RFC 7009 2.1), then
//! here. Says truthfully which of the two happened (R66, R67).
class Revoker : public QObject
{
    Q_OBJECT
public:
    Revoker(const Ports &ports, ProviderCatalogue &catalogue, ConnectionTable &table,
            CredentialVault &vault, ConnectionChecker &checker, QObject *parent = nullptr);

    //! Errors of the call itself: keychain. Everything else is an outcome.
    QFuture<Result<RevokeOutcome>> revoke(const ConnectionId &id);

private:
    struct Run;
    static Diagnosis whatNext(const Run &run);
    void send(const std::shared_ptr<Run> &run);
    void judge(const std::shared_ptr<Run> &run, const Result<HttpAnswer> &answer);
    void verify(const std::shared_ptr<Run> &run);
    void forget(const std::shared_ptr<Run> &run, RevokeOutcome::Kind kind);
    void finish(const std::shared_ptr<Run> &run, const Event &event);

    Ports m_ports;
    ProviderCatalogue &m_catalogue;
    ConnectionTable &m_table;
    CredentialVault &m_vault;
    ConnectionChecker &m_checker;
};

} // namespace relink
