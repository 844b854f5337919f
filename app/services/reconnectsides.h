// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/reconnect.h"
#include "services/reconnectside.h"

#include <functional>

namespace relink {

//! The connection that is reconnected and its partner, where it is one of a pair: what is done to
//! both together. Where each of them stands is in the progress.
class ReconnectSession::Sides : public QObject
{
public:
    Sides(ConnectionManager::Private &parts, const Connection &former);

    bool isPair() const { return m_partner != nullptr; }
    //! Null for the partner of a connection that has none.
    Side *of(StepSide side) { return side == StepSide::This ? &m_own : m_partner.get(); }
    //! The connection as it would be saved; of a side that there is.
    Connection draft(StepSide side, const ReconnectProgress &progress) const;

    void setInteraction(AuthorizationInteraction *interaction);
    //! Ends sign-ins under way; forget() unheard.
    void cancel();
    void forget();

    //! A pair works when both of its sides do; the partner is asked where it is concerned. `then`
    //! gets the Verified or VerifyFailed.
    void verify(const ReconnectProgress &progress, const std::function<void(StepEvent)> &then);
    //! What waits takes the place of the old, one side after the other. What is saved stays saved
    //! when the other side fails, and another call goes on with that. `against` is the failure that
    //! the renewal is to mend.
    void promote(ReconnectProgress &progress, ErrorClass against, const Completion<Done> &done);
    void discard(ReconnectProgress &progress, const Completion<Done> &done);
    //! Removes what may wait in the keychain without being known of: that of an act which was cut
    //! off, or of a former partner.
    void clear(const ReconnectProgress &progress);

private:
    void verifyPartner(const ReconnectProgress &progress, bool asked,
                       const std::function<void(StepEvent)> &then);
    //! The draft with what was changed elsewhere since: the name, the product, what is noted of it.
    Result<Connection> asSaved(StepSide side, const ReconnectProgress &progress);
    //! The first side whose grant waits; null: none does.
    std::optional<StepSide> waiting(const ReconnectProgress &progress) const;

    ConnectionManager::Private &m;
    Side m_own;
    std::unique_ptr<Side> m_partner;
};

} // namespace relink
