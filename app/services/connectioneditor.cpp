// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/connectioneditor.h"

#include "core/rules/connectionname.h"
#include "core/rules/inputs.h"
#include "core/rules/urlpolicy.h"
#include "services/connectionchecker.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/inputrefusal.h"
#include "services/providercatalogue.h"
#include "services/target.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! More than a label changes, so that the provider is asked afterwards.
bool goesSomewhere(const EditRequest &request)
{
    return request.environment || !request.inputs.isEmpty() || !request.secrets.isEmpty();
}

} // namespace

ConnectionEditor::ConnectionEditor(ProviderCatalogue &catalogue, ConnectionTable &table,
                                   CredentialVault &vault, ConnectionChecker &checker,
                                   QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_table(table)
    , m_vault(vault)
    , m_checker(checker)
{}

QFuture<Result<Connection>> ConnectionEditor::edit(const Connection &former,
                                                   const EditRequest &request)
{
    const auto fail = [](const AuthError &error) { return completed(Result<Connection>(error)); };
    const auto pack = m_catalogue.pack(former.provider);
    const AuthMethod *method = pack ? methodOf(*pack, former) : nullptr;
    if (!method) {
        return fail(
            localError(code::invalidInput, u"The description of this provider is missing."_s));
    }
    Connection edited = former;
    if (request.name) {
        if (const Result<Done> free = m_table.checkName(*request.name, former.id); !free)
            return fail(free.error());
        edited.name = request.name->trimmed();
    }
    if (request.via) {
        if (const auto problem = productNameProblem(*request.via))
            return fail(localError(code::invalidInput, *problem));
        edited.via = *request.via;
    }
    if (request.environment == Environment::Test && !pack->hasTestEnvironment)
        return fail(localError(code::invalidInput, u"%1 has no Test Mode."_s.arg(pack->name)));
    edited.environment = request.environment.value_or(edited.environment);
    edited.inputs.insert(request.inputs);

    const Completion<Connection> done;
    if (method->kind == AuthKind::Delegated) {
        store(former, edited, {}, request, method->kind, done);
        return done.future();
    }
    whenDone(
        m_vault.readAgain(former), this,
        [this, done, former, edited, request, pack, method](Result<Credential> credential) mutable {
            if (!credential && !credential.error().is("entry_missing")
                && !credential.error().is(code::keychainDamaged)) {
                return done(credential.error());
            }
            Credential changed = credential ? *credential : Credential {};
            const Result<Done> bound
                = checkEnteredSecrets(m_catalogue, former, changed, request.secrets.keys());
            if (!bound && goesSomewhere(request))
                return done(bound.error());
            changed.inputs.insert(request.secrets);
            if (const auto problem = inputRefusal(*pack, *method, edited.environment, edited.inputs,
                                                  changed.inputs.keys())) {
                return done(*problem);
            }
            edited.inputs = effectiveInputs(*pack, *method, edited.environment, edited.inputs);
            store(former, edited, changed, request, method->kind, done);
        });
    return done.future();
}

void ConnectionEditor::store(const Connection &former, Connection edited, Credential secrets,
                             const EditRequest &request, AuthKind kind,
                             const Completion<Connection> &done)
{
    const bool differs = !request.secrets.isEmpty() || edited.inputs != former.inputs
        || edited.environment != former.environment;
    if (differs) {
        const Result<Target> target = targetFor(m_catalogue, edited);
        if (!target)
            return done(target.error());
        // Entering a key, or an address to ask, is the merchant's own word for where it may go; a
        // token is bound to where it was authorised (R99).
        if (isEntered(kind))
            edited.boundOrigins = secretOrigins(target->provider);
        else if (edited.inputs.value(u"probe_url"_s) != former.inputs.value(u"probe_url"_s))
            edited.boundOrigins += originOf(target->provider.endpoints.probe);
        if (kind == AuthKind::ApiKey && !request.secrets.isEmpty()) {
            const auto key = accessTokenFromKey(target->provider, secrets);
            if (!key)
                return done(key.error());
            secrets.accessToken = *key;
        } else if (mintsItself(kind)) {
            secrets.accessToken = {};
        } else if (kind == AuthKind::RefreshToken && !request.secrets.isEmpty()) {
            const auto token = refreshTokenFromInput(target->provider, secrets);
            if (!token)
                return done(token.error());
            secrets.refreshToken = *token;
            secrets.accessToken = {};
        }
        ++secrets.generation;
    }
    const auto saved = [this, done, differs, kind, id = edited.id](const Connection &connection) {
        if (const Result<Done> updated = m_table.update(connection); !updated)
            return done(updated.error());
        if (!differs)
            return done(*m_table.find(id));
        m_table.recordChange(id, HistoryStage::Local, u"edit"_s);
        // Who has not signed in yet has nothing that could be asked about.
        if (connection.state.health == Health::NotConnected && asksPerson(kind))
            return done(*m_table.find(id));
        m_table.apply(id, event::Edited {}, HistoryStage::Local, u"edit"_s);
        whenDone(m_checker.check(id, u"edit"_s), this,
                 [done](Result<Connection> checked) { done(std::move(checked)); });
    };
    if (!differs)
        return saved(edited);
    edited.hasSecret = edited.hasSecret || !secrets.inputs.isEmpty();
    whenDone(m_vault.write(edited, secrets), this, [done, saved, edited](Result<Done> written) {
        if (!written)
            return done(written.error());
        saved(edited);
    });
}

} // namespace relink
