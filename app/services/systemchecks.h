// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/credential.h"
#include "core/model/recipe.h"
#include "services/ports.h"
#include "services/target.h"

#include <QFuture>
#include <QObject>

namespace relink {

class ConnectionChecker;
class ConnectionTable;
class CredentialVault;

//! The automatic checks of the guided reconnect: is the fault here or at the provider? None
//! changes anything.
class SystemChecks : public QObject
{
    Q_OBJECT
public:
    SystemChecks(const Ports &ports, ConnectionTable &table, CredentialVault &vault,
                 ConnectionChecker &checker, QObject *parent = nullptr);

    //! `finished` is called once per check, in whatever order they end. One request serves all that
    //! the front door answers.
    void run(const QList<CheckId> &checks, const Target &target, QObject *context,
             const std::function<void(const CheckResult &)> &finished);

private:
    using Finished = std::function<void(const CheckResult &)>;
    void askFrontDoor(const QList<CheckId> &checks, const Target &target, QObject *context,
                      const Finished &finished);
    //! Its state, and whether it gives the connection's entry away.
    void askKeychain(const Target &target, QObject *context, const Finished &finished);
    void askGrant(const Target &target, QObject *context, const Finished &finished);
    //! What is told by the stored secrets, which stay where they are.
    void readStored(const QList<CheckId> &checks, const Target &target, QObject *context,
                    const Finished &finished);

    Ports m_ports;
    ConnectionTable &m_table;
    CredentialVault &m_vault;
    ConnectionChecker &m_checker;
};

} // namespace relink
