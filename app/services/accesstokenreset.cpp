// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/accesstokenreset.h"

#include "core/ports/clock.h"
#include "core/ports/connectionstore.h"
#include "core/rules/classify.h"
#include "core/rules/refreshschedule.h"
#include "services/connectionchecker.h"
#include "services/connectionlock.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/futures.h"

namespace relink {

using namespace Qt::StringLiterals;

AccessTokenReset::AccessTokenReset(const Ports &ports, ProviderCatalogue &catalogue,
                                   ConnectionTable &table, CredentialVault &vault,
                                   ConnectionChecker &checker, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_catalogue(catalogue)
    , m_table(table)
    , m_vault(vault)
    , m_checker(checker)
{}

std::optional<AuthError> AccessTokenReset::refusal(const Target &target,
                                                   const Credential &credential) const
{
    // What a renewal would send can be made without sending it.
    if (const Result<TokenCall> call = refreshCall(target.provider, target.connection, credential);
        !call)
        return call.error();
    const QDateTime now = m_ports.clock.now();
    const auto marker = m_ports.journal.pending(target.connection.id);
    if (!marker)
        return marker.error();
    if (marker->has_value()
        && afterLostAnswer(**marker, credential, target.lifetimes(), now)
            == AfterLostAnswer::UseAccessToken) {
        return localError(code::answerLost);
    }
    const auto earliest = target.lifetimes().earliestRefresh;
    if (earliest && credential.hasAccess() && credential.accessExpiresAt
        && now.addSecs(earliest->count()) < *credential.accessExpiresAt) {
        return localError(
            code::invalidInput,
            u"%1 renews an access only shortly before it ends, so this one was kept. Relink renews it by itself then."_s
                .arg(target.pack->name));
    }
    return std::nullopt;
}

QFuture<Result<Connection>> AccessTokenReset::reset(const Connection &connection)
{
    const auto refuse = [](const AuthError &error) { return completed(Result<Connection>(error)); };
    if (connection.state.health == Health::Paused)
        return refuse(localError(code::connectionPaused));
    const Result<Target> target = targetFor(m_catalogue, connection);
    if (!target)
        return refuse(target.error());
    if (target->kind() == AuthKind::Delegated) {
        return refuse(localError(code::invalidInput,
                                 u"%1 holds this access itself."_s.arg(target->pack->name)));
    }
    if (target->kind() == AuthKind::ApiKey) {
        return refuse(localError(
            code::invalidInput,
            u"%1 is used with a key, which is not renewed: compare it with the one there and enter it again if it differs."_s
                .arg(target->pack->name)));
    }
    if (const Result<Done> bound = checkBinding(*target); !bound)
        return refuse(bound.error());
    const Completion<Connection> done;
    const ConnectionId id = connection.id;
    const auto renew = [this, done, id] { whenDone(m_checker.refreshAndCheck(id), this, done); };
    // The lock keeps another process from storing a new pair meanwhile, which this would undo.
    withConnectionLock(m_ports.journal, id, this,
                       [this, done, renew, target = *target](std::shared_ptr<void> lock) {
                           m_table.reloadIfChanged();
                           if (!lock)
                               return done(localError(code::busy));
                           if (!m_table.find(target.connection.id))
                               return done(localError(code::connectionRemoved));
                           whenDone(m_vault.readAgain(target.connection), this,
                                    [this, done, renew, target, lock = std::move(lock)](
                                        const Result<Credential> &read) mutable {
                                        if (!read)
                                            return done(read.error());
                                        if (const auto error = refusal(target, *read))
                                            return done(*error);
                                        forget(target.connection, *read, std::move(lock), done,
                                               renew);
                                    });
                       });
    return done.future();
}

void AccessTokenReset::forget(const Connection &connection, Credential credential,
                              std::shared_ptr<void> lock, const Completion<Connection> &done,
                              const std::function<void()> &then)
{
    credential.accessToken = {};
    credential.accessExpiresAt.reset();
    whenDone(m_vault.write(connection, credential), this,
             [this, id = connection.id, lock = std::move(lock), done,
              then](const Result<Done> &written) mutable {
                 lock.reset(); // the renewal takes it itself
                 if (!written)
                     return done(written.error());
                 m_table.recordChange(id, HistoryStage::Refresh, u"forget_token"_s);
                 then();
             });
}

} // namespace relink
