// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "cli/enteredvalues.h"
#include "cli/heldelsewhere.h"
#include "cli/nameargument.h"
#include "cli/reconnectwalk.h"
#include "cli/terminalinteraction.h"
#include "cli/yesorno.h"
#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "core/rules/reduce.h"
#include "services/futures.h"
#include "services/identity.h"
#include "services/providercatalogue.h"
#include "words/competingwords.h"
#include "words/methodwords.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

Environment environmentOf(const CommandLine &line, Environment otherwise)
{
    const auto given = line.value(u"environment"_s);
    return given ? environmentFromString(*given).value_or(otherwise) : otherwise;
}

} // namespace

void Cli::connectAccount()
{
    const QString provider = m_line.arguments.first();
    ValuesFor target;
    target.pack = m_catalogue.pack(provider);
    target.environment = environmentOf(m_line, Environment::Production);
    if (!target.pack) {
        return failNoProvider(provider);
    }
    if (const auto name = m_line.value(u"name"_s); name && name->trimmed().isEmpty())
        return failUsage(translate("CommandLine", "--name needs a name, or leave it out."));
    readEnteredValues(m_line, target, m_terminal, [this](Result<EnteredValues, QString> values) {
        if (!values)
            return failUsage(values.error());
        connectWith(*values);
    });
}

void Cli::connectWith(const EnteredValues &values)
{
    ConnectRequest request;
    request.provider = m_line.arguments.first();
    request.name = m_line.value(u"name"_s).value_or(QString());
    request.via = m_line.value(u"via"_s).value_or(QString());
    request.environment = environmentOf(m_line, Environment::Production);
    request.authMethod = values.authMethod;
    request.inputs = values.inputs;
    request.secrets = values.secrets;
    Connection planned;
    planned.provider = request.provider;
    planned.environment = request.environment;
    planned.authMethod = request.authMethod;
    planned.inputs = request.inputs;
    confirmed(request.provider, request.authMethod, [this, request, planned] {
        warnOfSecondSignIn(planned);
        whenDone(m_manager.connectAccount(request, interactionFor(request.provider)), this,
                 [this](const Result<Connection> &connected) { endAuthorizing(connected); });
    });
}

void Cli::warnOfSecondSignIn(const Connection &connection)
{
    const auto pack = m_catalogue.pack(connection.provider);
    const QString warning
        = pack ? words::secondSignIn(m_manager.competitorsOf(connection), *pack) : QString();
    if (!warning.isEmpty())
        m_terminal.errLine(warning);
}

//! Where another product holds the access, the merchant's word is all there is.
void Cli::confirmed(const QString &providerId, const QString &methodId,
                    const std::function<void()> &then)
{
    const auto pack = m_catalogue.pack(providerId);
    const AuthMethod *method = pack ? pack->authMethod(methodId) : nullptr;
    if (!method && pack && !pack->authMethods.isEmpty())
        method = &pack->authMethods.first();
    const bool delegated = method && method->kind == AuthKind::Delegated;
    if (m_line.has(u"yes"_s) && !delegated) {
        return failUsage(translate("CommandLine",
                                   "--yes is for providers that keep the access themselves. %1 is "
                                   "asked.")
                             .arg(plainText(providerName(providerId), 60)));
    }
    if (!delegated || m_line.has(u"yes"_s))
        return then();
    m_terminal.errLine(words::methodSentence(*method, pack->name));
    tellWhatToDoThere(m_terminal, *pack, *method);
    if (!m_terminal.isInteractive()) {
        return failUsage(translate("CommandLine",
                                   "Say with --yes that the access is set up at %1; nobody can be "
                                   "asked here.")
                             .arg(plainText(pack->name, 60)));
    }
    askYesOrNo(m_terminal,
               translate("CommandLine", "Is the access set up there? Type “yes” when it is: "),
               false, [this, then](std::optional<bool> isSetUp) {
                   if (isSetUp.value_or(false))
                       return then();
                   abort(translate("CommandLine", "Cancelled. Nothing more was changed."));
               });
}

//! The merchant's word is the most that can be had where nobody can be asked, and it was given.
void Cli::endAuthorizing(const Result<Connection> &result)
{
    const auto &diagnosis = result ? result->state.diagnosis : std::nullopt;
    endWith(result, diagnosis && diagnosis->cause == QLatin1StringView(cause::toldWorks));
}

void Cli::edit()
{
    const auto former = named(m_line.arguments.first());
    if (!former)
        return;
    if (m_line.options.isEmpty())
        return failUsage(translate("CommandLine", "“edit” needs something to change."));
    ValuesFor target;
    target.pack = m_catalogue.pack(former->provider);
    target.connection = &*former;
    target.environment = environmentOf(m_line, former->environment);
    if (!target.pack) {
        return fail(
            localError(code::invalidInput,
                       translate("CommandLine", "The description of this provider is gone.")),
            former->provider);
    }
    const auto kept = std::make_shared<Connection>(*former);
    target.connection = kept.get();
    readEnteredValues(m_line, target, m_terminal,
                      [this, kept](Result<EnteredValues, QString> values) {
                          if (!values)
                              return failUsage(values.error());
                          editWith(*kept, *values);
                      });
}

void Cli::editWith(const Connection &former, const EnteredValues &values)
{
    EditRequest request;
    request.name = m_line.value(u"name"_s);
    request.via = m_line.value(u"via"_s);
    if (m_line.has(u"environment"_s))
        request.environment = environmentOf(m_line, former.environment);
    request.inputs = values.inputs;
    request.secrets = values.secrets;
    whenDone(m_manager.edit(former.id, request), this,
             [this](Result<Connection> edited) { endWith(edited, true); });
}

void Cli::reauthorize()
{
    for (const GivenOption &option : m_line.options) {
        if (option.name == "set"_L1 && !option.value.startsWith("organisation_id="_L1)) {
            return failUsage(translate("CommandLine",
                                       "“reauthorize” takes --set organisation_id=ID only; “edit” "
                                       "changes the rest."));
        }
    }
    const auto connection = named(m_line.arguments.first());
    if (!connection)
        return;
    const auto former = std::make_shared<Connection>(*connection);
    ValuesFor target;
    target.pack = m_catalogue.pack(former->provider);
    target.connection = former.get();
    target.environment = former->environment;
    target.authorizes = true;
    if (!target.pack)
        return reauthorizeWith(*former, {});
    readEnteredValues(m_line, target, m_terminal,
                      [this, former](const Result<EnteredValues, QString> &values) {
                          if (!values)
                              return failUsage(values.error());
                          reauthorizeWith(*former, *values);
                      });
}

void Cli::reauthorizeWith(const Connection &former, const EnteredValues &values)
{
    confirmed(former.provider, former.authMethod, [this, former, values] {
        warnOfSecondSignIn(former);
        TerminalInteraction *interaction = interactionFor(former.provider);
        // The company that was chosen before, unless another one is asked for.
        if (values.organisationId.isEmpty())
            interaction->setWantedOrganisation(former.organisation.id);
        whenDone(m_manager.reauthorize(former.id, interaction, values.secrets), this,
                 [this, former](const Result<Connection> &authorized) {
                     if (authorized)
                         tellWhetherCompared(former, *authorized);
                     endAuthorizing(authorized);
                 });
    });
}

void Cli::reconnect()
{
    const auto connection = named(m_line.arguments.first());
    if (!connection)
        return;
    if (lightFor(connection->state) != Light::Green
        || m_manager.hasHalfFinishedReconnect(connection->id)) {
        return walk(*connection);
    }
    whenDone(m_manager.check(connection->id), this, [this](const Result<Connection> &checked) {
        if (!checked || lightFor(checked->state) == Light::Red)
            return checked ? walk(*checked) : endWith(checked);
        if (lightFor(checked->state) == Light::Green) {
            m_terminal.errLine(
                translate("CommandLine",
                          "“%1” works, so nothing was changed. To authorise anew all the same: %2")
                    .arg(plainText(checked->name, 80),
                         u"relink reauthorize "_s % nameArgument(*checked)));
        }
        endWith(checked);
    });
}

void Cli::tellWhetherCompared(const Connection &former, const Connection &now)
{
    if (m_over || now.createdAt != former.createdAt
        || whoCouldBeCompared(former, now, m_catalogue.pack(now.provider).get()))
        return;
    m_terminal.errLine(words::whoWasNotCompared(providerName(now.provider)));
}

void Cli::walk(const Connection &connection)
{
    TerminalInteraction *interaction = interactionFor(connection.provider);
    interaction->setWantedOrganisation(connection.organisation.id);
    m_walk = std::make_unique<ReconnectWalk>(
        m_manager, connection, m_catalogue.pack(connection.provider), m_terminal, interaction);
    connect(m_walk.get(), &ReconnectWalk::saved, this,
            [this, former = connection](const Connection &saved) {
                tellWhetherCompared(former, saved);
                endAuthorizing(saved);
            });
    connect(m_walk.get(), &ReconnectWalk::gaveUp, this,
            [this, provider = connection.provider](const AuthError &error, bool red) {
                if (!red)
                    return fail(error, provider);
                if (const auto known = named(m_line.arguments.first())) {
                    print({*known});
                    end(ExitRed);
                }
            });
    m_walk->start();
}

} // namespace relink::cli
