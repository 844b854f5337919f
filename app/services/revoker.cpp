// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/revoker.h"

#include "core/ports/clock.h"
#include "core/ports/probe.h"
#include "core/ports/tokenendpoint.h"
#include "core/rules/classify.h"
#include "core/rules/inputs.h"
#include "core/rules/tokenresponse.h"
#include "services/connectionchecker.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/futures.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! A fault that passes: nothing was refused, so nothing is given up; the merchant tries again.
bool mayBeRetried(const AuthError &error)
{
    if (error.origin == ErrorOrigin::Transport)
        return true;
    const int status = error.httpStatus.value_or(0);
    return status >= 500 || status == 429 || status == 408;
}

//! Did the provider turn the access token away? Some say so inside a success, in words that the
//! pack knows.
bool turnsAway(const ProbeVerdict &verdict, const Target &target)
{
    if (verdict.accepted || verdict.error->origin != ErrorOrigin::Resource)
        return false;
    if (verdict.error->httpStatus == 401)
        return true;
    switch (
        classify(*verdict.error, ErrorStage::Probe, target.pack.get(), target.kind()).errorClass) {
    case ErrorClass::ExpiredAccess:
    case ErrorClass::ExpiredRefresh:
    case ErrorClass::Revoked:
        return true;
    default:
        return false;
    }
}

//! Ended here before, and nothing of it is left: no second withdrawal for the history to tell.
bool wasRevoked(const Connection &connection, const Result<Credential> &credential)
{
    if (connection.state.health != Health::RevokedHere)
        return false;
    if (!credential)
        return credential.error().is("entry_missing");
    return !credential->hasAccess() && !credential->hasRefresh();
}

} // namespace

struct Revoker::Run
{
    ConnectionId id;
    AttemptId attempt;
    Target target;
    Credential credential;
    QList<RevocationCall> calls;
    int accepted = 0;
    RevokeOutcome outcome;
    Completion<RevokeOutcome> done;
};

Diagnosis Revoker::whatNext(const Run &run)
{
    Diagnosis next;
    next.errorClass = ErrorClass::NotAnError;
    next.confidence = 1;
    next.action = firstActionFor(ErrorClass::ExpiredRefresh, run.target.kind());
    if (run.outcome.kind == RevokeOutcome::Kind::RemovedHere) {
        next.cause = u"removed_here"_s;
        next.source = run.outcome.menuPath;
    }
    return next;
}

Revoker::Revoker(const Ports &ports, ProviderCatalogue &catalogue, ConnectionTable &table,
                 CredentialVault &vault, ConnectionChecker &checker, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_catalogue(catalogue)
    , m_table(table)
    , m_vault(vault)
    , m_checker(checker)
{}

QFuture<Result<RevokeOutcome>> Revoker::revoke(const ConnectionId &id)
{
    const Connection *connection = m_table.find(id);
    if (!connection) {
        return completed(Result<RevokeOutcome>(localError(code::connectionRemoved)));
    }
    auto run = std::make_shared<Run>();
    run->id = id;
    Result<Target> target = targetFor(m_catalogue, *connection);
    if (!target)
        return completed(Result<RevokeOutcome>(target.error()));
    run->target = std::move(target).value();
    run->outcome.menuPath = run->target.provider.revocation.menuPath;
    run->outcome.manageUrl = run->target.provider.revocation.manageUrl;
    run->attempt = m_table.begin(id, Activity::Revoking);
    if (run->target.kind() == AuthKind::Delegated) {
        run->outcome.kind = RevokeOutcome::Kind::RemovedHere;
        m_table.recordChange(id, HistoryStage::Revoke, u"revoke"_s);
        finish(run, event::RevokedHere {run->attempt, whatNext(*run)});
        return run->done.future();
    }
    whenDone(m_vault.readAgain(run->target.connection), this,
             [this, run](Result<Credential> credential) {
                 if (wasRevoked(run->target.connection, credential)) {
                     run->outcome.kind = RevokeOutcome::Kind::RemovedHere;
                     return finish(run, event::Ended {run->attempt});
                 }
                 if (!credential) {
                     // An entry that is gone cannot be revoked, but it can be forgotten.
                     if (credential.error().is("entry_missing")
                         || credential.error().is(code::keychainDamaged)) {
                         run->outcome.error = credential.error();
                         return forget(run, RevokeOutcome::Kind::RemovedHere);
                     }
                     m_table.apply(run->id, event::Ended {run->attempt}, HistoryStage::Keychain,
                                   u"revoke"_s);
                     return run->done(credential.error());
                 }
                 run->credential = *credential;
                 // A secret is not sent to an address it was not given for, not even to end it.
                 if (checkBinding(run->target)) {
                     run->calls = revocationCalls(run->target.provider, run->target.connection,
                                                  run->credential);
                 }
                 if (run->calls.isEmpty())
                     return forget(run, RevokeOutcome::Kind::RemovedHere);
                 send(run);
             });
    return run->done.future();
}

void Revoker::send(const std::shared_ptr<Run> &run)
{
    const RevocationCall call = run->calls.takeFirst();
    const auto answered = [this, run](Result<HttpAnswer> answer) { judge(run, answer); };
    if (const auto *token = std::get_if<TokenCall>(&call))
        whenDone(m_ports.tokenEndpoint.post(*token), this, answered);
    else
        whenDone(m_ports.probe.send(std::get<ApiCall>(call)), this, answered);
}

void Revoker::judge(const std::shared_ptr<Run> &run, const Result<HttpAnswer> &answer)
{
    if (answer && answer->isSuccess()) {
        ++run->accepted;
        return run->calls.isEmpty() ? verify(run) : send(run);
    }
    const AuthError error = answer
        ? tokenEndpointError(*answer, ErrorOrigin::RevocationEndpoint, m_ports.clock.now())
        : answer.error();
    // The first call ended the grant; that a later one found nothing left is no failure.
    if (run->accepted > 0)
        return run->calls.isEmpty() ? verify(run) : send(run);
    run->outcome.error = error;
    m_table.recordFailure(
        run->id, HistoryStage::Revoke, u"revoke"_s, error,
        classify(error, ErrorStage::Any, run->target.pack.get(), run->target.kind()));
    if (mayBeRetried(error)) {
        run->outcome.kind = RevokeOutcome::Kind::Failed;
        return finish(run, event::Ended {run->attempt});
    }
    forget(run, RevokeOutcome::Kind::RemovedHere);
}

void Revoker::verify(const std::shared_ptr<Run> &run)
{
    // What a provider leaves alive until it expires proves nothing.
    if (run->target.provider.revocation.accessSurvives) {
        run->outcome.accessUntil = run->credential.accessExpiresAt;
        return forget(run, RevokeOutcome::Kind::Accepted);
    }
    if (!run->target.hasProbe() || run->target.mintIsProbe() || !run->credential.hasAccess())
        return forget(run, RevokeOutcome::Kind::Accepted);
    whenDone(m_checker.probe(run->target, run->credential), this,
             [this, run](Result<ProbeVerdict> verdict) {
                 const bool refused = verdict && turnsAway(*verdict, run->target);
                 forget(run,
                        refused ? RevokeOutcome::Kind::Revoked : RevokeOutcome::Kind::Accepted);
             });
}

void Revoker::forget(const std::shared_ptr<Run> &run, RevokeOutcome::Kind kind)
{
    run->outcome.kind = kind;
    // The app's own secret is no access where a person gives that: it stays, so that authorising
    // again needs no typing.
    Credential left;
    left.generation = run->credential.generation + 1;
    const QString appSecret = QLatin1StringView(input::clientSecret);
    if (asksPerson(run->target.kind()) && run->credential.inputs.contains(appSecret))
        left.inputs.insert(appSecret, run->credential.inputs.value(appSecret));
    const auto forgotten = [this, run, keeps = !left.inputs.isEmpty()](Result<Done> stored) {
        if (!stored) {
            m_table.apply(run->id, event::Ended {run->attempt}, HistoryStage::Keychain,
                          u"revoke"_s);
            return run->done(stored.error());
        }
        if (const Connection *known = m_table.find(run->id)) {
            Connection connection = *known;
            connection.hasSecret = keeps;
            connection.accessExpiresAt.reset();
            connection.refreshExpiresAt.reset();
            (void)m_table.update(connection);
        }
        m_table.recordChange(run->id, HistoryStage::Revoke, u"revoke"_s);
        finish(run, event::RevokedHere {run->attempt, whatNext(*run)});
    };
    if (left.inputs.isEmpty())
        whenDone(m_vault.remove(run->target.connection), this, forgotten);
    else
        whenDone(m_vault.write(run->target.connection, left), this, forgotten);
}

void Revoker::finish(const std::shared_ptr<Run> &run, const Event &event)
{
    m_table.apply(run->id, event, HistoryStage::Revoke, u"revoke"_s);
    run->done(run->outcome);
}

} // namespace relink
