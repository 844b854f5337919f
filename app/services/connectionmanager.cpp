// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/connectionmanager.h"

#include "core/ports/authorizationagent.h"
#include "core/ports/clock.h"
#include "core/ports/connectionstore.h"
#include "core/ports/history.h"
#include "core/ports/reconnectprogressstore.h"
#include "core/ports/secretstore.h"
#include "core/rules/caseless.h"
#include "core/rules/classify.h"
#include "core/rules/connectionname.h"
#include "core/rules/diary.h"
#include "core/rules/inputs.h"
#include "core/rules/reduce.h"
#include "services/connectionlock.h"
#include "services/delegated.h"
#include "services/futures.h"
#include "services/identity.h"
#include "services/inputrefusal.h"
#include "services/managerprivate.h"
#include "services/providercatalogue.h"
#include "services/randomid.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

AuthError unknownConnection(const QString &name)
{
    return localError(code::invalidInput, u"There is no connection named “%1”."_s.arg(name));
}

} // namespace

ConnectionManager::ConnectionManager(Ports ports, ProviderCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(ports, catalogue))
{
    connect(&d->table, &ConnectionTable::added, this, &ConnectionManager::connectionAdded);
    connect(&d->table, &ConnectionTable::changed, this, &ConnectionManager::connectionChanged);
    connect(&d->table, &ConnectionTable::removed, this, &ConnectionManager::connectionRemoved);
    connect(&d->table, &ConnectionTable::historyChanged, this, &ConnectionManager::historyChanged);
    connect(&d->integrations, &IntegrationTable::changed, this,
            &ConnectionManager::integrationsChanged);
    connect(&d->table, &ConnectionTable::storageTrouble, this, &ConnectionManager::storageTrouble);
}

ConnectionManager::~ConnectionManager()
{
    d->cancelAll();
}

Result<Done> ConnectionManager::load()
{
    const Result<Done> loaded = d->table.load();
    // A pair is a view of its connections: these are worth showing without it.
    if (loaded)
        (void)d->integrations.load();
    return loaded;
}

void ConnectionManager::reloadIfChanged()
{
    d->table.reloadIfChanged();
    d->integrations.reloadIfChanged();
}

QList<Integration> ConnectionManager::integrations() const
{
    return d->integrations.all();
}

Result<Integration> ConnectionManager::pair(const ConnectionId &one, const ConnectionId &another,
                                            const QString &name)
{
    return d->integrations.add(one, another, name);
}

Result<Done> ConnectionManager::renameIntegration(const QString &id, const QString &name)
{
    return d->integrations.rename(id, name);
}

Result<Done> ConnectionManager::dissolve(const QString &id)
{
    return d->integrations.remove(id);
}

ProviderCatalogue &ConnectionManager::catalogue() const
{
    return d->catalogue;
}

QList<Connection> ConnectionManager::connections() const
{
    return d->table.all();
}

std::optional<Connection> ConnectionManager::connection(const ConnectionId &id) const
{
    const Connection *known = d->table.find(id);
    return known ? std::optional(*known) : std::nullopt;
}

Result<ConnectionId> ConnectionManager::find(const QString &nameOrId) const
{
    if (d->table.find({nameOrId}))
        return ConnectionId {nameOrId};
    for (const Connection &connection : d->table.all()) {
        if (caseless(connection.name) == caseless(nameOrId))
            return connection.id;
    }
    return unknownConnection(nameOrId);
}

QFuture<Result<Connection>> ConnectionManager::connectAccount(const ConnectRequest &request,
                                                              AuthorizationInteraction *interaction)
{
    const auto fail = [](const AuthError &error) { return completed(Result<Connection>(error)); };
    const auto pack = d->catalogue.pack(request.provider);
    if (!pack) {
        return fail(
            localError(code::invalidInput, u"There is no provider “%1”."_s.arg(request.provider)));
    }
    Connection draft;
    draft.id.value = randomId();
    draft.secretAccount = randomId();
    draft.name = request.name.trimmed();
    draft.provider = request.provider;
    draft.via = request.via;
    draft.environment = request.environment;
    draft.inputs = request.inputs;
    draft.authMethod
        = request.authMethod.isEmpty() ? draft.inputs.take(u"auth_method"_s) : request.authMethod;
    draft.createdAt = d->ports.clock.now();
    const AuthMethod *method = methodOf(*pack, draft);
    if (!method) {
        return fail(localError(
            code::invalidInput,
            u"%1 has no way of connecting named “%2”."_s.arg(pack->name, draft.authMethod)));
    }
    draft.authMethod = method->id;
    if (draft.environment == Environment::Test && !pack->hasTestEnvironment) {
        return fail(localError(code::invalidInput, u"%1 has no Test Mode."_s.arg(pack->name)));
    }
    if (!draft.name.isEmpty()) {
        if (const Result<Done> free = d->table.checkName(draft.name); !free)
            return fail(free.error());
    }
    if (const auto problem = productNameProblem(draft.via))
        return fail(localError(code::invalidInput, *problem));
    if (const auto problem
        = inputRefusal(*pack, *method, draft.environment, draft.inputs, request.secrets.keys())) {
        return fail(*problem);
    }
    draft.inputs = effectiveInputs(*pack, *method, draft.environment, draft.inputs);
    Credential secrets;
    secrets.inputs = request.secrets;

    const Completion<Connection> done;
    const AttemptId attempt = d->table.newAttempt();
    // Asked first: signing in is worth nothing when its result cannot be kept.
    d->whenStorable(
        *method,
        [this, done, attempt, draft, secrets, interaction, pack](const Result<Done> &storable) {
            if (!storable)
                return done(storable.error());
            AuthorizeFlow &flow = d->startFlow(attempt, draft, secrets, interaction);
            whenDone(flow.start(), this, [this, done, attempt, pack](Result<NewGrant> grant) {
                if (grant && grant->probeError) {
                    if (const auto refusal = refusalOfKey(*grant, *pack))
                        grant = *refusal;
                }
                if (!grant) {
                    d->forget(attempt);
                    return done(grant.error());
                }
                if (grant->connection.name.isEmpty()) {
                    grant->connection.name = d->table.freeName(
                        grant->connection.organisation.name.isEmpty()
                            ? pack->name
                            : QString(pack->name + u" "_s + grant->connection.organisation.name));
                }
                whenDone(d->store(*grant, attempt, Private::Row::New, HistoryStage::Authorize,
                                  u"connect"_s),
                         this, [this, done, attempt](Result<Connection> stored) {
                             if (AuthorizeFlow *waiting = d->flow(attempt))
                                 waiting->conclude(stored.ok());
                             d->forget(attempt);
                             done(std::move(stored));
                         });
            });
        });
    return done.future();
}

QFuture<Result<Connection>>
ConnectionManager::reauthorize(const ConnectionId &id, AuthorizationInteraction *interaction,
                               const QMap<QString, SecretBytes> &secrets)
{
    const std::optional<Connection> former = connection(id);
    if (!former)
        return completed(Result<Connection>(unknownConnection(id.value)));
    if (isDelegated(d->catalogue, *former)) {
        const Result<Done> told = tell(id, true);
        return completed(told ? Result<Connection>(*connection(id))
                              : Result<Connection>(told.error()));
    }
    const Completion<Connection> done;
    d->whenStorable(
        {}, [this, done, former = *former, interaction, secrets](const Result<Done> &storable) {
            if (!storable)
                return done(storable.error());
            whenDone(d->vault.readAgain(former), this,
                     [this, done, former, interaction, secrets](Result<Credential> read) {
                         const bool startsAnew = !read
                             && (read.error().is("entry_missing")
                                 || read.error().is(code::keychainDamaged));
                         if (!read && !startsAnew)
                             return done(read.error());
                         Credential known = read ? *read : Credential {};
                         known.inputs.insert(secrets);
                         reauthorizeWith(former, known, secrets.keys(), interaction, done);
                     });
        });
    return done.future();
}

QFuture<Result<Done>> ConnectionManager::addUnauthorized(const QList<Connection> &connections,
                                                         const QList<Integration> &pairs,
                                                         const std::stop_token &stop)
{
    QList<Connection> rows = connections;
    const QDateTime now = d->ports.clock.now();
    for (Connection &connection : rows) {
        connection.hasSecret = false;
        connection.boundOrigins.clear();
        connection.state = {};
        connection.state.since = now;
        if (!connection.createdAt.isValid())
            connection.createdAt = now;
    }
    const Completion<Done> done;
    ++d->adding;
    whenDone(d->ports.connections.addAll(rows, pairs, stop), this,
             [this, done, rows](const Result<Done> &added) {
                 --d->adding;
                 if (!added)
                     return done(added);
                 reloadIfChanged();
                 for (const Connection &connection : rows)
                     d->table.recordChange(connection.id, HistoryStage::Local, u"import"_s);
                 done(added);
             });
    return done.future();
}

void ConnectionManager::reauthorizeWith(const Connection &former, const Credential &secrets,
                                        const QStringList &entered,
                                        AuthorizationInteraction *interaction,
                                        const Completion<Connection> &done)
{
    if (const Result<Done> bound = checkEnteredSecrets(d->catalogue, former, secrets, entered);
        !bound) {
        return done(bound.error());
    }
    const auto pack = d->catalogue.pack(former.provider);
    const AuthMethod *method = pack ? methodOf(*pack, former) : nullptr;
    const AuthKind kind = method ? method->kind : AuthKind::AuthorizationCode;
    const AttemptId attempt = d->table.begin(former.id, Activity::Authorizing);
    AuthorizeFlow &flow = d->startFlow(attempt, former, secrets, interaction);
    // The old grant stays until the new one is there and was asked (R69).
    const auto giveUp = [this, done, attempt, id = former.id, pack, kind](const AuthError &error) {
        if (AuthorizeFlow *waiting = d->flow(attempt))
            waiting->conclude(false);
        d->forget(attempt);
        d->table.recordFailure(id, HistoryStage::Authorize, u"reauthorize"_s, error,
                               classify(error, ErrorStage::Token, pack.get(), kind));
        d->table.apply(id, event::Ended {attempt}, HistoryStage::Authorize, u"reauthorize"_s);
        done(error);
    };
    const auto keep = [this, done, attempt](const NewGrant &grant) {
        whenDone(d->store(grant, attempt, Private::Row::Existing, HistoryStage::Authorize,
                          u"reauthorize"_s),
                 this, [this, done, attempt](Result<Connection> stored) {
                     if (AuthorizeFlow *waiting = d->flow(attempt))
                         waiting->conclude(stored.ok());
                     d->forget(attempt);
                     if (stored) {
                         d->table.recordChange(stored->id, HistoryStage::Authorize,
                                               u"reauthorize"_s);
                     }
                     done(std::move(stored));
                 });
    };
    whenDone(flow.start(), this,
             [this, former, interaction, giveUp, keep, pack, kind](Result<NewGrant> grant) {
                 if (!grant)
                     return giveUp(grant.error());
                 if (grant->probeError && refusesGrant(*grant->probeError, pack.get(), kind))
                     return giveUp(*grant->probeError);
                 if (compareAccounts(former, grant->connection) != SameAccount::No)
                     return keep(*grant);
                 const AuthError different = differentAccount(former, grant->connection);
                 if (!interaction)
                     return giveUp(different);
                 whenDone(mayTakeOther(*interaction, former, grant->connection), this, false,
                          [giveUp, keep, different, grant = *grant](bool accepted) {
                              accepted ? keep(grant) : giveUp(different);
                          });
             });
}

Result<Done> ConnectionManager::submitRedirect(AttemptId attempt, const QString &codeOrAddress)
{
    if (AuthorizeFlow *flow = d->flow(attempt)) {
        if (const auto refusal = flow->refusalOfPasted(codeOrAddress))
            return *refusal;
        if (flow->waitsAgain())
            return flow->pasteAgain(codeOrAddress);
    }
    return d->ports.agent.submit(attempt, codeOrAddress);
}

void ConnectionManager::cancelAuthorization(AttemptId attempt)
{
    if (AuthorizeFlow *flow = d->flow(attempt))
        flow->cancel();
}

Result<Done> ConnectionManager::tell(const ConnectionId &id, bool works)
{
    const std::optional<Connection> known = connection(id);
    if (!known)
        return unknownConnection(id.value);
    if (!isDelegated(d->catalogue, *known)) {
        return localError(code::invalidInput,
                          u"This connection can be asked; nobody has to say how it stands."_s);
    }
    d->tell(id, works);
    // It is answered: there is nothing to go on with.
    (void)d->ports.progress.discard(id);
    return Done {};
}

QFuture<Result<Connection>> ConnectionManager::check(const ConnectionId &id)
{
    return d->checker.check(id, u"check"_s);
}

QFuture<Result<Connection>> ConnectionManager::checkInPassing(const ConnectionId &id)
{
    return d->checker.check(id, u"check"_s, CheckReason::Upkeep);
}

Result<Done> ConnectionManager::areaWorksAgain(const ConnectionId &id, const AreaReport &report)
{
    return d->table.clearAreas(
        id,
        [&report](const AreaReport &known) {
            return known.area == report.area && known.what == report.what;
        },
        u"told"_s);
}

QFuture<Result<Connection>> ConnectionManager::refresh(const ConnectionId &id)
{
    return d->checker.refreshAndCheck(id);
}

QFuture<Result<Connection>> ConnectionManager::forgetAccessToken(const ConnectionId &id)
{
    const std::optional<Connection> known = connection(id);
    return known ? d->reset.reset(*known)
                 : completed(Result<Connection>(unknownConnection(id.value)));
}

QFuture<Result<RevokeOutcome>> ConnectionManager::revoke(const ConnectionId &id)
{
    return d->revoker.revoke(id);
}

QFuture<Result<Done>> ConnectionManager::remove(const ConnectionId &id)
{
    const std::optional<Connection> known = connection(id);
    if (!known)
        return completed(Result<Done>(unknownConnection(id.value)));
    if (isDelegated(d->catalogue, *known))
        return completed(d->table.remove(id));
    const Completion<Done> done;
    // The lock keeps a renewal from storing a new pair behind the removal, and tells another
    // process that an item which is gone has no meaning yet.
    withConnectionLock(d->ports.journal, id, this,
                       [this, done, id, known = *known](const std::shared_ptr<void> &lock) {
                           // Keychain first: a row without an item can be removed again, an item
                           // without a row cannot.
                           whenDone(d->vault.remove(known), this,
                                    [this, done, id, lock](Result<Done> removed) {
                                        done(removed ? d->table.remove(id) : removed);
                                    });
                       });
    return done.future();
}

QFuture<Result<IssuedToken>> ConnectionManager::token(const ConnectionId &id)
{
    const std::optional<Connection> known = connection(id);
    return known ? d->issuer.issue(*known)
                 : completed(Result<IssuedToken>(unknownConnection(id.value)));
}

QFuture<Result<Connection>> ConnectionManager::edit(const ConnectionId &id,
                                                    const EditRequest &request)
{
    const std::optional<Connection> known = connection(id);
    return known ? d->editor.edit(*known, request)
                 : completed(Result<Connection>(unknownConnection(id.value)));
}

Result<Done> ConnectionManager::rename(const ConnectionId &id, const QString &name)
{
    std::optional<Connection> known = connection(id);
    if (!known)
        return unknownConnection(id.value);
    if (const Result<Done> free = d->table.checkName(name, id); !free)
        return free;
    known->name = name.trimmed();
    return d->table.update(*known);
}

Result<Done> ConnectionManager::pause(const ConnectionId &id)
{
    if (!d->table.find(id))
        return unknownConnection(id.value);
    d->table.apply(id, event::Paused {}, HistoryStage::Local, u"pause"_s);
    return Done {};
}

Result<Done> ConnectionManager::resume(const ConnectionId &id)
{
    if (!d->table.find(id))
        return unknownConnection(id.value);
    const QList<Effect> left
        = d->table.apply(id, event::Resumed {}, HistoryStage::Local, u"resume"_s);
    if (left.contains(Effect::ProbeNow))
        whenDone(d->checker.check(id, u"resume"_s), this, [](const Result<Connection> &) {});
    return Done {};
}

QFuture<Result<Orphans>> ConnectionManager::findOrphans()
{
    return d->orphans.find();
}

QFuture<Result<Done>> ConnectionManager::removeOrphans(const QStringList &accounts)
{
    return d->orphans.remove(accounts);
}

QFuture<Result<Done>> ConnectionManager::keep(const ConnectionId &id, const PastedError &pasted)
{
    return d->table.recordPasted(id, pasted);
}

QFuture<Result<Done>> ConnectionManager::note(const ChangeNote &note)
{
    ChangeNote about = note;
    const std::optional<Connection> known
        = note.connection ? connection(*note.connection) : std::nullopt;
    if (note.connection && !known)
        return completed(Result<Done>(unknownConnection(note.connection->value)));
    if (known)
        about.provider = known->provider;
    Result<HistoryEvent> event = noteEvent(about, d->ports.clock.now());
    if (!event)
        return completed(Result<Done>(event.error()));
    if (known)
        event->connectionName = known->name;
    return d->table.recordNote(*event);
}

QFuture<Result<Done>> ConnectionManager::removeNote(const HistoryEvent &note)
{
    return d->table.removeNote(note);
}

QFuture<Result<QList<HistoryEvent>>> ConnectionManager::history(const HistoryQuery &query)
{
    return d->ports.history.query(query);
}

bool ConnectionManager::hasHalfFinishedReconnect(const ConnectionId &id) const
{
    const auto progress = d->ports.progress.load(id);
    return progress && progress->has_value();
}

bool ConnectionManager::isBusyStoring() const
{
    return d->vault.isBusy() || d->adding > 0;
}

} // namespace relink
