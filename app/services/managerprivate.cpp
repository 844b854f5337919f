// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/managerprivate.h"

#include "core/ports/clock.h"
#include "core/ports/secretstore.h"
#include "core/rules/alreadyrefreshed.h"
#include "core/rules/classify.h"
#include "core/rules/reduce.h"
#include "services/delegated.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "services/randomid.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

AuthError keychainError(const char *code)
{
    AuthError error = localError(code);
    error.origin = ErrorOrigin::SecretStore;
    return error;
}

//! Why the keychain cannot take a secret now.
Result<Done> readinessOf(KeychainState state)
{
    switch (state) {
    case KeychainState::Ready:
    case KeychainState::NoCollection:
        return Done {};
    case KeychainState::Locked:
        return keychainError(code::keychainLocked);
    case KeychainState::Missing:
        return keychainError(code::keychainMissing);
    case KeychainState::NotAnswering:
        return keychainError(code::keychainNotAnswering);
    }
    Q_UNREACHABLE();
}

} // namespace

void ConnectionManager::Private::whenStorable(const AuthMethod &method,
                                              const std::function<void(const Result<Done> &)> &then)
{
    if (method.kind == AuthKind::Delegated)
        return then(Done {});
    whenDone(ports.secrets.state(), &table, KeychainState::NotAnswering,
             [this, then](KeychainState state) {
                 if (state != KeychainState::NoCollection)
                     return then(readinessOf(state));
                 const QString account = randomId();
                 whenDone(ports.secrets.write(account, SecretBytes("{}")), &table,
                          [this, then, account](const Result<Done> &made) {
                              if (!made)
                                  return then(made);
                              whenDone(ports.secrets.remove(account), &table, then);
                          });
             });
}

AuthorizeFlow &ConnectionManager::Private::startFlow(AttemptId attempt, const Connection &draft,
                                                     const Credential &secrets,
                                                     AuthorizationInteraction *interaction)
{
    auto flow = std::make_unique<AuthorizeFlow>(ports, catalogue, checker, attempt, draft, secrets,
                                                interaction);
    AuthorizeFlow &started = *flow;
    m_flows.insert_or_assign(attempt.value, std::move(flow));
    return started;
}

AuthorizeFlow *ConnectionManager::Private::flow(AttemptId attempt) const
{
    const auto known = m_flows.find(attempt.value);
    return known == m_flows.end() ? nullptr : known->second.get();
}

void ConnectionManager::Private::forget(AttemptId attempt)
{
    // It may be on the stack: its own completion leads here.
    if (auto known = m_flows.extract(attempt.value); !known.empty())
        known.mapped().release()->deleteLater();
}

void ConnectionManager::Private::cancelAll()
{
    while (!m_flows.empty()) {
        // Out of the map first: its completion leads to forget().
        const auto flow = m_flows.extract(m_flows.begin());
        flow.mapped()->cancel();
    }
    checker.cancelAll();
    refresher.cancelAll();
}

void ConnectionManager::Private::tell(const ConnectionId &id, bool works)
{
    table.recordChange(id, HistoryStage::Local,
                       QLatin1StringView(works ? cause::toldWorks : cause::toldStopped));
    table.apply(id, event::Told {works}, HistoryStage::Local, u"tell"_s);
}

Result<Connection> ConnectionManager::Private::storeTold(Connection connection)
{
    // There is no secret, so the keychain has no part in it.
    const Result<Done> saved = table.insert(connection);
    if (!saved)
        return saved.error();
    table.apply(connection.id, event::Told {true}, HistoryStage::Local, u"tell"_s);
    return *table.find(connection.id);
}

QFuture<Result<Connection>> ConnectionManager::Private::store(const NewGrant &grant,
                                                              AttemptId attempt, Row row,
                                                              HistoryStage stage,
                                                              const QString &action)
{
    const Completion<Connection> done;
    Connection connection = grant.connection;
    if (isDelegated(catalogue, connection)) {
        done(storeTold(connection));
        return done.future();
    }
    connection.hasSecret = true;
    table.reloadIfChanged();
    if (row == Row::Existing && !table.find(connection.id)) {
        done(localError(code::connectionRemoved));
        return done.future();
    }
    whenDone(vault.write(connection, grant.credential), &table,
             [this, done, grant, connection, attempt, stage, action](Result<Done> written) mutable {
                 if (!written)
                     return done(written.error());
                 const Connection *known = table.find(connection.id);
                 if (known) {
                     connection.state = known->state;
                     connection.renewed = renewalOf(*known, ports.clock.now());
                 }
                 const Result<Done> saved
                     = known ? table.update(connection) : table.insert(connection);
                 if (!saved) {
                     // Nobody would ever find the item again.
                     if (!known)
                         whenDone(vault.remove(connection), &table, [](const Result<Done> &) {});
                     return done(saved.error());
                 }
                 if (!table.find(connection.id))
                     return done(localError(code::cancelled));
                 if (!known)
                     attempt = table.begin(connection.id, Activity::Authorizing);
                 table.apply(connection.id, event::Authorized {attempt}, stage, action);
                 const AttemptId probe = table.begin(connection.id, Activity::Checking);
                 if (grant.probeError) {
                     const auto pack = catalogue.pack(connection.provider);
                     const AuthMethod *method
                         = pack ? pack->authMethod(connection.authMethod) : nullptr;
                     const Diagnosis diagnosis
                         = classify(*grant.probeError, ErrorStage::Probe, pack.get(),
                                    method ? method->kind : AuthKind::AuthorizationCode);
                     table.apply(connection.id, event::Failed {probe, *grant.probeError, diagnosis},
                                 HistoryStage::Probe, action);
                 } else if (grant.probed) {
                     table.apply(connection.id, event::ProbeSucceeded {probe}, HistoryStage::Probe,
                                 action);
                 } else {
                     table.apply(connection.id, event::ProbeUnavailable {probe},
                                 HistoryStage::Probe, action);
                 }
                 done(*table.find(connection.id));
             });
    return done.future();
}

std::optional<AuthError> refusalOfKey(const NewGrant &grant, const ProviderPack &pack)
{
    const AuthMethod *method = pack.authMethod(grant.connection.authMethod);
    if (!method || method->kind != AuthKind::ApiKey || !grant.probeError
        || grant.probeError->origin != ErrorOrigin::Resource)
        return std::nullopt;
    switch (classify(*grant.probeError, ErrorStage::Probe, &pack, method->kind).errorClass) {
    case ErrorClass::ExpiredAccess:
    case ErrorClass::ExpiredRefresh:
    case ErrorClass::Revoked:
    case ErrorClass::InvalidUserCredentials:
    case ErrorClass::CredentialFormat:
        break;
    default:
        return std::nullopt;
    }
    AuthError refusal = *grant.probeError;
    if (refusal.providerCode.isEmpty())
        refusal.providerCode = refusal.code;
    refusal.code = QLatin1StringView(code::keyRefused);
    return refusal;
}

bool refusesGrant(const AuthError &probeError, const ProviderPack *pack, AuthKind kind)
{
    if (probeError.origin != ErrorOrigin::Resource)
        return false;
    const Diagnosis diagnosis = classify(probeError, ErrorStage::Probe, pack, kind);
    return healthFor(diagnosis.errorClass) == Health::NeedsAuthorization;
}

} // namespace relink
