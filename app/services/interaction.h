// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"
#include "core/model/connection.h"

#include <QFuture>

namespace relink {

//! What an authorisation asks of a person. The window and the terminal each implement it; it must
//! outlive the call it is given to. A null interaction means nobody is there: the first
//! organisation is taken when there is exactly one, and another account is refused.
class AuthorizationInteraction
{
public:
    virtual ~AuthorizationInteraction() = default;

    //! The browser was asked to open `pending.url` (`opened` says whether a launcher ran). Show the
    //! link, and in Paste mode a field for what comes back; ConnectionManager::submitRedirect()
    //! takes it.
    virtual void waitingForBrowser(const PendingAuthorization &pending, bool opened) = 0;
    //! The redirect arrived, or the code was entered; exchange and probe follow.
    virtual void browserReturned() = 0;
    //! The provider refused a code that was pasted alone. True: say so and wait for another paste,
    //! as waitingForBrowser() does, for the sign-in itself is still good.
    virtual bool codeRefused(const AuthError &) { return false; }
    //! Id of the one organisation that is wanted, where it was named beforehand; empty: none was.
    virtual QString namedOrganisation() const { return {}; }
    //! More than one organisation is reachable. Empty: the person cancelled.
    virtual QFuture<std::optional<Organisation>>
    chooseOrganisation(const QList<Organisation> &organisations) = 0;
    //! The new grant belongs to another account or organisation. True: take it all the same.
    virtual QFuture<bool>
    acceptDifferentAccount(const Organisation &former, const QString &formerIdentity,
                           const Organisation &now, const QString &nowIdentity)
        = 0;
    //! The same for a connection that was never authorised here: `brought` is what it came with
    //! from another computer.
    virtual QFuture<bool> acceptOtherThanBrought(const Organisation &brought,
                                                 const Organisation &now,
                                                 const QString &nowIdentity)
    {
        return acceptDifferentAccount(brought, {}, now, nowIdentity);
    }
};

} // namespace relink
