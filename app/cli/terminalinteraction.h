// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/interaction.h"

#include <QObject>

#include <optional>

namespace relink {
class ConnectionManager;
}

namespace relink::cli {

class Terminal;

//! The person at the terminal during an authorisation, or the lack of one.
class TerminalInteraction final : public QObject, public AuthorizationInteraction
{
    Q_OBJECT
public:
    TerminalInteraction(ConnectionManager &manager, Terminal &terminal, bool printsAddress,
                        QObject *parent = nullptr);

    //! The one that is taken where there are several, by id.
    void setWantedOrganisation(const QString &id) { m_wanted = id; }
    //! The only one that may be taken, by id.
    void setNamedOrganisation(const QString &id) { m_named = id; }
    void setProviderName(const QString &name) { m_providerName = name; }

    void waitingForBrowser(const PendingAuthorization &pending, bool opened) override;
    void browserReturned() override;
    bool codeRefused(const AuthError &error) override;
    QFuture<std::optional<Organisation>>
    chooseOrganisation(const QList<Organisation> &organisations) override;
    QFuture<bool> acceptDifferentAccount(const Organisation &former, const QString &formerIdentity,
                                         const Organisation &now,
                                         const QString &nowIdentity) override;
    QString namedOrganisation() const override { return m_named; }
    QFuture<bool> acceptOtherThanBrought(const Organisation &brought, const Organisation &now,
                                         const QString &nowIdentity) override;

    //! The attempt that waits in the browser now.
    std::optional<AttemptId> pendingAttempt() const { return m_attempt; }
    //! Set when the choice among several organisations could not be made here.
    bool couldNotChoose() const { return m_couldNotChoose; }

private:
    void readPastedRedirect();
    void list(const QList<Organisation> &organisations);

    ConnectionManager &m_manager;
    Terminal &m_terminal;
    bool m_printsAddress;
    QString m_wanted;
    QString m_named;
    QString m_providerName;
    std::optional<AttemptId> m_attempt;
    std::optional<AttemptId> m_returned; //!< whose code is being exchanged
    bool m_couldNotChoose = false;
};

} // namespace relink::cli
