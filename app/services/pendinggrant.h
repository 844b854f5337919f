// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/managerprivate.h"
#include "services/reconnectsession.h"

namespace relink {

//! The new grant of a guided reconnect: obtained, looked at and kept in the keychain beside the old
//! one, which only promote() replaces. Nothing here knows of steps.
class ReconnectSession::PendingGrant : public QObject
{
public:
    //! What waits now.
    struct Kept
    {
        Connection draft; //!< the connection as it would be saved
        bool tried = false; //!< the provider took it; otherwise signing in comes next
    };

    PendingGrant(ConnectionManager::Private &parts, const Connection &former);

    //! Whoever shows the browser leg; may be null.
    void setInteraction(AuthorizationInteraction *interaction) { m_interaction = interaction; }
    //! Of the sign-in under way.
    AttemptId attempt() const { return m_attempt; }

    //! Signs in for the draft, with the values that wait from an earlier step where there are some.
    //! Another account than the former one is kept only where the person accepts it (R69).
    QFuture<Result<Kept>> authorize(const Connection &draft);
    //! Takes new values for the draft, and tries them at once where nobody has to sign in.
    QFuture<Result<Kept>> enter(const Connection &draft, const EditRequest &request);
    //! Keeps a grant that there is already for another draft.
    QFuture<Result<Kept>> keepFor(const Connection &draft, const Credential &credential);
    //! Asks the provider with what waits; false: no probe is known.
    QFuture<Result<bool>> verify(const Connection &draft);
    //! Puts what waits in the place of the old grant, and the draft in that of the row.
    QFuture<Result<Connection>> promote(const Connection &draft);
    QFuture<Result<Done>> discard();

    //! Ends a sign-in under way with `cancelled`.
    void cancel();
    //! Ends it unheard.
    void forget();

private:
    enum class From { SignIn, Values };
    void withStored(const Completion<Kept> &done, const std::function<void(Credential)> &then);
    //! What waits, else what is stored.
    void withNewest(const Completion<Kept> &done, const std::function<void(Credential)> &then);
    void obtain(const Connection &draft, const Credential &secrets, From from,
                const Completion<Kept> &done);
    void take(const NewGrant &grant, const Completion<Kept> &done);
    void keep(const Connection &draft, const Credential &credential, bool tried,
              const Completion<Kept> &done);

    ConnectionManager::Private &m;
    const Connection m_former;
    AuthorizationInteraction *m_interaction = nullptr;
    AttemptId m_attempt;
};

} // namespace relink
