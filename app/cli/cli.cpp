// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "cli/cataloguecommands.h"
#include "cli/reconnectwalk.h"
#include "cli/terminalinteraction.h"
#include "core/ports/clock.h"
#include "core/rules/classify.h"
#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "services/providercatalogue.h"
#include "words/translate.h"
#include "words/words.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <algorithm>
#include <cerrno>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

//! How long quitting waits for the keychain (R81).
constexpr int longestStore = 5000;
//! A browser page that still waits is told the outcome before the process goes.
constexpr int farewell = 300;

int exitCodeFor(const AuthError &error)
{
    if (error.origin == ErrorOrigin::SecretStore)
        return ExitKeychain;
    if (error.is(code::cancelled) || error.is(code::expired)
        || (error.origin == ErrorOrigin::AuthorizationEndpoint && error.is("access_denied"))) {
        return ExitCancelled;
    }
    if (error.origin == ErrorOrigin::Local
        && (error.is(code::invalidInput) || error.is(code::missingInput))) {
        return ExitUsage;
    }
    return ExitFailed;
}

} // namespace

Cli::Cli(CommandLine line, const Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_manager(surroundings.manager)
    , m_catalogue(surroundings.catalogue)
    , m_clock(surroundings.clock)
    , m_terminal(surroundings.terminal)
    , m_packets(surroundings.packets)
    , m_doctorChecks(surroundings.doctorChecks)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        abort(translate("CommandLine",
                        "The time given with --timeout is up. Nothing more was changed."));
    });
}

Cli::~Cli() = default;

void Cli::start()
{
    m_deadline.start(std::chrono::duration_cast<std::chrono::milliseconds>(m_line.timeout));
    if (CatalogueCommands::include(m_line.command))
        return end(CatalogueCommands(m_line, m_catalogue, m_terminal).run());
    static const QMap<QString, void (Cli::*)()> commands {
        {u"providers remove"_s, &Cli::providersRemove},
        {u"connect"_s, &Cli::connectAccount},
        {u"edit"_s, &Cli::edit},
        {u"status"_s, &Cli::status},
        {u"check"_s, &Cli::check},
        {u"refresh"_s, &Cli::refresh},
        {u"reauthorize"_s, &Cli::reauthorize},
        {u"reconnect"_s, &Cli::reconnect},
        {u"rename"_s, &Cli::rename},
        {u"pair"_s, &Cli::pairConnections},
        {u"unpair"_s, &Cli::unpair},
        {u"pause"_s, &Cli::pauseOrResume},
        {u"resume"_s, &Cli::pauseOrResume},
        {u"revoke"_s, &Cli::revoke},
        {u"remove"_s, &Cli::remove},
        {u"token"_s, &Cli::token},
        {u"export"_s, &Cli::exportConnections},
        {u"import"_s, &Cli::importConnections},
        {u"support"_s, &Cli::support},
        {u"doctor"_s, &Cli::doctor},
        {u"history"_s, &Cli::history},
    };
    const auto command = commands.value(m_line.command);
    if (!command)
        return failUsage(translate("CommandLine", "There is no such command."));
    (this->*command)();
}

void Cli::cancel()
{
    abort(translate("CommandLine", "Cancelled. Nothing more was changed."));
}

void Cli::abort(const QString &message)
{
    if (m_over)
        return;
    if (m_adding) {
        // All or none: which of them, its own end tells.
        m_abortMessage = message;
        m_adding->request_stop();
        return;
    }
    tellFailure(toString(ErrorClass::NotAnError), message, toString(RecommendedAction::None));
    // Before the attempt ends: its own completion must find the command over.
    end(ExitCancelled);
    if (m_walk)
        m_walk->abandon();
    if (m_interaction && m_interaction->pendingAttempt())
        m_manager.cancelAuthorization(*m_interaction->pendingAttempt());
}

void Cli::end(int exitCode)
{
    if (m_over)
        return;
    m_over = true;
    exitCode = afterWriting(m_terminal, exitCode);
    m_deadline.stop();
    m_terminal.stopReading();
    QElapsedTimer waited;
    waited.start();
    auto *poll = new QTimer(this);
    connect(poll, &QTimer::timeout, this, [this, poll, waited, exitCode] {
        if (m_manager.isBusyStoring() && waited.elapsed() < longestStore)
            return;
        poll->stop();
        Q_EMIT finished(exitCode);
    });
    poll->start(m_interaction || m_walk ? farewell : 0);
}

void Cli::tell(Terminal &terminal, const UsageError &error)
{
    const QString usage = translate("CommandLine", "Usage: %1").arg(error.usage);
    if (error.json) {
        const QJsonObject shape
            = failureShape(toString(ErrorClass::Configuration), error.message % u' ' % usage,
                           toString(RecommendedAction::None));
        terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
        return;
    }
    terminal.errLine(u"relink: "_s % plainText(error.message, 600));
    terminal.errLine(usage);
}

int Cli::afterWriting(Terminal &terminal, int exitCode)
{
    const int error = terminal.outputError();
    if (!error)
        return exitCode;
    // Whoever closed the pipe has read enough.
    if (error != EPIPE) {
        terminal.errLine(u"relink: "_s
                         % translate("CommandLine", "The result could not be written: %1.")
                               .arg(qt_error_string(error)));
    }
    return exitCode == ExitDone || exitCode == ExitRed ? int(ExitFailed) : exitCode;
}

void Cli::failUsage(const QString &message)
{
    if (m_over)
        return;
    tell(m_terminal, {message, usageOf(m_line.command), m_line.json});
    end(ExitUsage);
}

void Cli::tellFailure(const QString &errorClass, const QString &message, const QString &action)
{
    if (m_line.json) {
        m_terminal.out(
            QJsonDocument(failureShape(errorClass, message, action)).toJson(QJsonDocument::Compact)
            + '\n');
    } else {
        m_terminal.errLine(u"relink: "_s % message);
    }
}

void Cli::failNoProvider(const QString &given)
{
    failUsage(noSuchProvider(given));
}

void Cli::fail(const AuthError &error, const QString &providerId)
{
    if (m_over)
        return;
    const auto pack = m_catalogue.pack(providerId);
    QString message = words::failure(error, providerName(providerId));
    if (m_interaction && m_interaction->couldNotChoose() && error.is(code::cancelled)) {
        message = translate("CommandLine",
                            "Several organisations can be reached, and none was named. Nothing was "
                            "changed.");
        tellFailure(toString(ErrorClass::WrongTenant), message,
                    toString(RecommendedAction::ChooseOrganisation));
        return end(ExitFailed);
    }
    const QString own = words::providersOwnWords(error);
    if (!own.isEmpty() && error.origin != ErrorOrigin::Local)
        message += u" ("_s % own % u')';
    const AuthMethod *method
        = pack && !pack->authMethods.isEmpty() ? &pack->authMethods.first() : nullptr;
    const Diagnosis diagnosis = classify(error, ErrorStage::Any, pack.get(),
                                         method ? method->kind : AuthKind::AuthorizationCode);
    tellFailure(toString(diagnosis.errorClass), message, toString(diagnosis.action));
    end(exitCodeFor(error));
}

TerminalInteraction *Cli::interactionFor(const QString &providerId)
{
    m_interaction = std::make_unique<TerminalInteraction>(m_manager, m_terminal, m_line.noBrowser);
    m_interaction->setProviderName(providerName(providerId));
    for (const GivenOption &option : m_line.options) {
        if (option.name == "set"_L1 && option.value.startsWith("organisation_id="_L1))
            m_interaction->setNamedOrganisation(option.value.section(u'=', 1));
    }
    return m_interaction.get();
}

std::optional<Connection> Cli::named(const QString &nameOrId)
{
    const Result<ConnectionId> id = m_manager.find(nameOrId);
    if (id) {
        if (auto connection = m_manager.connection(*id))
            return connection;
    }
    const QString shown = plainText(nameOrId, 80);
    if (const auto pairs = pairsNamed(nameOrId); !pairs.isEmpty())
        failUsage(notAConnection(pairs.first()));
    else
        failUsage(translate("CommandLine", "There is no connection named “%1”.").arg(shown));
    return std::nullopt;
}

QString Cli::providerName(const QString &providerId) const
{
    const auto face = m_catalogue.face(providerId);
    return face ? face->name : providerId;
}

bool Cli::knowsProvider(const QString &providerId) const
{
    if (m_catalogue.pack(providerId))
        return true;
    const QList<Connection> all = m_manager.connections();
    return std::any_of(all.begin(), all.end(),
                       [&](const Connection &c) { return c.provider == providerId; });
}

QString Cli::signOf(const ConnectionState &state)
{
    switch (lightFor(state)) {
    case Light::Green:
        return u"✓"_s;
    case Light::Red:
        return u"✕"_s;
    case Light::Neutral:
        return u"…"_s;
    }
    Q_UNREACHABLE();
}

QString Cli::shownStatus(const Connection &connection) const
{
    const QString provider = providerName(connection.provider);
    QString where = plainText(provider, 60);
    if (!connection.organisation.name.isEmpty())
        where += u", "_s % plainText(connection.organisation.name, 80);
    if (connection.environment == Environment::Test)
        where += u", "_s % words::environmentWord(Environment::Test);
    return u"%1 %2  %3 (%4): %5"_s.arg(
        signOf(connection.state), words::statusWord(connection.state),
        plainText(connection.name, 80), where,
        words::reason(connection, provider, m_clock.now(), words::Upkeep::Elsewhere));
}

void Cli::print(const QList<Connection> &connections)
{
    if (!m_line.json) {
        for (const Connection &connection : connections)
            m_terminal.outLine(shownStatus(connection));
        return;
    }
    QJsonArray array;
    const QDateTime now = m_clock.now();
    for (const Connection &connection : connections) {
        array.append(connectionShape(connection, m_catalogue.pack(connection.provider).get(), now));
    }
    m_terminal.out(QJsonDocument(connectionsShape(array, shapesOf(pairsOf(connections))))
                       .toJson(QJsonDocument::Compact)
                   + '\n');
}

QList<Integration> Cli::pairsOf(const QList<Connection> &connections) const
{
    QSet<ConnectionId> ids;
    for (const Connection &connection : connections)
        ids.insert(connection.id);
    QList<Integration> pairs = m_manager.integrations();
    pairs.removeIf([&ids](const Integration &pair) {
        return !ids.contains(pair.accounting) && !ids.contains(pair.other);
    });
    return pairs;
}

void Cli::printAll(const QList<Connection> &connections)
{
    if (connections.isEmpty() && !m_line.json) {
        m_terminal.errLine(translate("CommandLine",
                                     "There are no connections yet. Connect one with: relink "
                                     "connect PROVIDER. “relink providers list” shows what there "
                                     "is."));
    }
    print(connections);
}

void Cli::endWith(const Result<Connection> &result, bool always)
{
    if (m_over)
        return;
    if (!result) {
        const QString provider
            = m_line.command == "connect"_L1 ? m_line.arguments.value(0) : [this] {
                  const Result<ConnectionId> id = m_manager.find(m_line.arguments.value(0));
                  const auto connection = id ? m_manager.connection(*id) : std::nullopt;
                  return connection ? connection->provider : QString();
              }();
        return fail(result.error(), provider);
    }
    print({*result});
    end(always ? int(ExitDone) : cli::exitCodeFor(result->state));
}

} // namespace relink::cli
