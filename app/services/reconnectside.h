// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/pendinggrant.h"

namespace relink {

//! One connection of a guided reconnect: the one that is reconnected, or its partner in the pair.
//! It does what a step asks for; what it does to a grant waits for Save + Continue, what the world
//! has changed (a renewal, a revocation) is stored at once.
class ReconnectSession::Side : public QObject
{
public:
    //! What came of an act.
    struct Outcome
    {
        bool mended = false; //!< a working grant came of it
        bool pendingGrant = false; //!< and waits for Save + Continue
        std::optional<Connection> draft; //!< the connection as it would be saved
        std::optional<RevokeOutcome> revoked;
    };

    Side(ConnectionManager::Private &parts, const Connection &former);

    const Connection &former() const { return m_former; }
    PendingGrant &pending() { return m_pending; }

    QFuture<Result<Outcome>> refresh();
    QFuture<Result<Outcome>> forgetAccess();
    QFuture<Result<Outcome>> authorize(const Connection &draft);
    QFuture<Result<Outcome>> enter(const Connection &draft, const EditRequest &request);
    QFuture<Result<Outcome>> switchTestMode(const Connection &draft);
    //! Another organisation that the grant reaches. Asks a person where there are several; the only
    //! one is taken.
    QFuture<Result<Outcome>> chooseOrganisation(const Connection &draft,
                                                AuthorizationInteraction *interaction);
    QFuture<Result<Outcome>> revoke();

    //! Asks the provider with what waits, else with what is stored; false: no probe is known.
    QFuture<Result<bool>> verify(const Connection &draft, bool withPending);

private:
    QFuture<Result<Outcome>> keep(QFuture<Result<PendingGrant::Kept>> asked);
    //! The grant that waits, else the stored one.
    QFuture<Result<Credential>> newest();

    ConnectionManager::Private &m;
    const Connection m_former;
    PendingGrant m_pending;
};

} // namespace relink
