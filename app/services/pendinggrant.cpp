// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/pendinggrant.h"

#include "core/rules/inputs.h"
#include "services/futures.h"
#include "services/identity.h"
#include "services/providercatalogue.h"

#include <QPointer>

namespace relink {

namespace {

AuthError entryMissing()
{
    AuthError missing = localError("entry_missing");
    missing.origin = ErrorOrigin::SecretStore;
    return missing;
}

} // namespace

ReconnectSession::PendingGrant::PendingGrant(ConnectionManager::Private &parts,
                                             const Connection &former)
    : m(parts)
    , m_former(former)
{}

void ReconnectSession::PendingGrant::cancel()
{
    if (AuthorizeFlow *flow = m.flow(m_attempt))
        flow->cancel();
}

void ReconnectSession::PendingGrant::forget()
{
    m.forget(m_attempt);
}

void ReconnectSession::PendingGrant::withStored(const Completion<Kept> &done,
                                                const std::function<void(Credential)> &then)
{
    whenDone(m.vault.readAgain(m_former), this, [done, then](Result<Credential> read) {
        const bool startsAnew
            = !read && (read.error().is("entry_missing") || read.error().is(code::keychainDamaged));
        if (!read && !startsAnew)
            return done(read.error());
        then(read ? *read : Credential {});
    });
}

void ReconnectSession::PendingGrant::withNewest(const Completion<Kept> &done,
                                                const std::function<void(Credential)> &then)
{
    whenDone(m.vault.readPending(m_former), this,
             [this, done, then](Result<std::optional<Credential>> waiting) {
                 if (waiting && waiting->has_value())
                     return then(**waiting);
                 withStored(done, then);
             });
}

QFuture<Result<ReconnectSession::PendingGrant::Kept>>
ReconnectSession::PendingGrant::authorize(const Connection &draft)
{
    const Completion<Kept> done;
    const auto begin = [this, draft, done](const Credential &secrets) {
        obtain(draft, secrets, From::SignIn, done);
    };
    m.whenStorable({}, [guard = QPointer(this), begin, done](const Result<Done> &storable) {
        if (!guard)
            return;
        if (!storable)
            return done(storable.error());
        whenDone(guard->m.vault.readPending(guard->m_former), guard.data(),
                 [guard, begin, done](Result<std::optional<Credential>> entered) {
                     if (entered && entered->has_value())
                         return begin(**entered);
                     guard->withStored(done, begin);
                 });
    });
    return done.future();
}

QFuture<Result<ReconnectSession::PendingGrant::Kept>>
ReconnectSession::PendingGrant::enter(const Connection &draft, const EditRequest &request)
{
    Connection edited = draft;
    edited.environment = request.environment.value_or(edited.environment);
    edited.inputs.insert(request.inputs);
    const auto pack = m.catalogue.pack(m_former.provider);
    const AuthMethod *method = pack ? methodOf(*pack, edited) : nullptr;
    if (!method)
        return completed(Result<Kept>(localError(code::invalidInput)));
    const Completion<Kept> done;
    // On top of what waits from an earlier step, where something does.
    withNewest(done, [this, edited, request, pack, method, done](Credential secrets) mutable {
        if (const Result<Done> bound
            = checkEnteredSecrets(m.catalogue, m_former, secrets, request.secrets.keys());
            !bound) {
            return done(bound.error());
        }
        secrets.inputs.insert(request.secrets);
        const QList<InputProblem> problems
            = checkInputs(*pack, *method, edited.environment, edited.inputs, secrets.inputs.keys());
        if (!problems.isEmpty()) {
            AuthError error = localError(code::invalidInput, problems.first().reason);
            error.code = problems.first().code;
            error.providerCode = problems.first().key;
            return done(error);
        }
        edited.inputs = effectiveInputs(*pack, *method, edited.environment, edited.inputs);
        // An OAuth client is tried by authorising, the next step; a key is tried at once.
        if (method->kind == AuthKind::AuthorizationCode)
            return keep(edited, secrets, false, done);
        obtain(edited, secrets, From::Values, done);
    });
    return done.future();
}

void ReconnectSession::PendingGrant::obtain(const Connection &draft, const Credential &secrets,
                                            From from, const Completion<Kept> &done)
{
    m_attempt = m.table.newAttempt();
    AuthorizeFlow &flow = m.startFlow(m_attempt, draft, secrets, m_interaction);
    whenDone(flow.start(), this, [this, from, done](Result<NewGrant> grant) {
        if (grant && from == From::Values && grant->probeError
            && grant->probeError->httpStatus == 401) {
            grant = Result<NewGrant>(*grant->probeError);
        }
        if (!grant) {
            m.forget(m_attempt);
            return done(grant.error());
        }
        take(*grant, done);
    });
}

void ReconnectSession::PendingGrant::take(const NewGrant &grant, const Completion<Kept> &done)
{
    const auto refuse = [this, done](const AuthError &error) {
        if (AuthorizeFlow *flow = m.flow(m_attempt))
            flow->conclude(false);
        m.forget(m_attempt);
        done(error);
    };
    const auto pack = m.catalogue.pack(m_former.provider);
    if (grant.probeError
        && refusesGrant(*grant.probeError, pack.get(), kindOf(m.catalogue, m_former)))
        return refuse(*grant.probeError);
    if (compareAccounts(m_former, grant.connection) != SameAccount::No)
        return keep(grant.connection, grant.credential, true, done);
    const AuthError different = differentAccount(m_former, grant.connection);
    if (!m_interaction)
        return refuse(different);
    whenDone(mayTakeOther(*m_interaction, m_former, grant.connection), this, false,
             [this, grant, refuse, different, done](bool accepted) {
                 if (!accepted)
                     return refuse(different);
                 keep(grant.connection, grant.credential, true, done);
             });
}

void ReconnectSession::PendingGrant::keep(const Connection &draft, const Credential &credential,
                                          bool tried, const Completion<Kept> &done)
{
    whenDone(m.vault.writePending(m_former, credential), this,
             [this, draft, tried, done](Result<Done> written) {
                 if (AuthorizeFlow *flow = m.flow(m_attempt))
                     flow->conclude(written.ok());
                 m.forget(m_attempt);
                 if (!written)
                     return done(written.error());
                 Kept kept {draft, tried};
                 kept.draft.hasSecret = true;
                 done(kept);
             });
}

QFuture<Result<ReconnectSession::PendingGrant::Kept>>
ReconnectSession::PendingGrant::keepFor(const Connection &draft, const Credential &credential)
{
    const Completion<Kept> done;
    keep(draft, credential, true, done);
    return done.future();
}

QFuture<Result<bool>> ReconnectSession::PendingGrant::verify(const Connection &draft)
{
    const Completion<bool> done;
    whenDone(m.vault.readPending(m_former), this,
             [this, draft, done](Result<std::optional<Credential>> read) {
                 if (!read)
                     return done(read.error());
                 if (!read->has_value())
                     return done(entryMissing());
                 const Credential &credential = **read;
                 const Result<Target> target = targetFor(m.catalogue, draft);
                 if (!target)
                     return done(target.error());
                 if (!credential.hasAccess())
                     return done(localError(code::noRefreshToken));
                 if (!target->hasProbe())
                     return done(false);
                 whenDone(m.checker.probe(*target, credential), this,
                          [done](Result<ProbeVerdict> verdict) {
                              if (!verdict)
                                  return done(verdict.error());
                              if (!verdict->accepted)
                                  return done(*verdict->error);
                              done(true);
                          });
             });
    return done.future();
}

QFuture<Result<Connection>> ReconnectSession::PendingGrant::promote(const Connection &draft)
{
    const Completion<Connection> done;
    whenDone(m.vault.readPending(m_former), this,
             [this, draft, done](Result<std::optional<Credential>> read) {
                 if (!read)
                     return done(read.error());
                 if (!read->has_value())
                     return done(entryMissing());
                 NewGrant grant;
                 grant.connection = draft;
                 grant.credential = **read;
                 // Verified a moment ago; where there is no probe the light stays neutral.
                 const Result<Target> target = targetFor(m.catalogue, draft);
                 grant.probed = target && target->hasProbe();
                 const AttemptId attempt = m.table.begin(m_former.id, Activity::Authorizing);
                 whenDone(m.store(grant, attempt, ConnectionManager::Private::Row::Existing,
                                  HistoryStage::Authorize, QStringLiteral("reconnect")),
                          this, [this, done](Result<Connection> stored) {
                              if (!stored)
                                  return done(std::move(stored));
                              // Left over, it would only be an item that nobody reads.
                              whenDone(m.vault.removePending(m_former), this,
                                       [done, stored](const Result<Done> &) { done(stored); });
                          });
             });
    return done.future();
}

QFuture<Result<Done>> ReconnectSession::PendingGrant::discard()
{
    return m.vault.removePending(m_former);
}

} // namespace relink
