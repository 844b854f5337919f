// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/tokenissuer.h"

#include "core/ports/clock.h"
#include "core/rules/classify.h"
#include "core/rules/light.h"
#include "core/rules/refreshschedule.h"
#include "services/connectionlock.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/futures.h"
#include "services/target.h"
#include "services/tokenrefresher.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Why no token of the connection is valid now, as far as its state tells; null when it does not.
std::optional<AuthError> noTokenOf(const Connection &connection)
{
    const ConnectionState &state = connection.state;
    if (state.health == Health::Paused)
        return localError(code::connectionPaused);
    if (lightFor(state) != Light::Red)
        return std::nullopt;
    return state.error.value_or(localError(code::noRefreshToken));
}

} // namespace

TokenIssuer::TokenIssuer(const Ports &ports, ProviderCatalogue &catalogue, ConnectionTable &table,
                         CredentialVault &vault, TokenRefresher &refresher, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_catalogue(catalogue)
    , m_table(table)
    , m_vault(vault)
    , m_refresher(refresher)
{}

QFuture<Result<IssuedToken>> TokenIssuer::issue(const Connection &connection)
{
    const Result<Target> target = targetFor(m_catalogue, connection);
    if (!target)
        return completed(Result<IssuedToken>(target.error()));
    if (target->kind() == AuthKind::Delegated) {
        return completed(Result<IssuedToken>(localError(
            code::invalidInput, u"%1 holds this access itself."_s.arg(target->pack->name))));
    }
    if (const auto error = noTokenOf(connection))
        return completed(Result<IssuedToken>(*error));
    if (const Result<Done> bound = checkBinding(*target); !bound)
        return completed(Result<IssuedToken>(bound.error()));
    const Completion<IssuedToken> done;
    const auto issue
        = [done, type = target->provider.api.prefix.trimmed()](const Credential &held) {
              done(IssuedToken {held.accessToken, type, held.accessExpiresAt});
          };
    whenDone(
        m_vault.readAgain(connection), this,
        [this, done, issue, id = connection.id, target = *target](Result<Credential> credential) {
            if (!credential && credential.error().is("entry_missing")) {
                return withConnectionLock(
                    m_ports.journal, id, this,
                    [this, done, id, error = credential.error()](const std::shared_ptr<void> &) {
                        m_table.reloadIfChanged();
                        done(m_table.find(id) ? error : localError(code::connectionRemoved));
                    });
            }
            if (!credential)
                return done(credential.error());
            const QDateTime now = m_ports.clock.now();
            if (isFresh(*credential, target.lifetimes(), now))
                return issue(*credential);
            whenDone(m_refresher.refresh(id, credential->generation), this,
                     [done, issue, now, old = *credential](Result<Credential> renewed) {
                         if (renewed)
                             return issue(*renewed);
                         // Not renewed, but not over either.
                         const bool alive
                             = old.hasAccess() && old.accessExpiresAt && now < *old.accessExpiresAt;
                         alive ? issue(old) : done(renewed.error());
                     });
        });
    return done.future();
}

} // namespace relink
