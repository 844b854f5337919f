// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "cli/nameargument.h"
#include "core/ports/clock.h"
#include "core/rules/inputs.h"
#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "services/delegated.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "words/translate.h"
#include "words/words.h"

#include <QJsonDocument>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

//! It came from another computer, and nobody has authorised it here.
bool isUntouched(const Connection &connection)
{
    return connection.state.health == Health::NotConnected && !connection.hasSecret;
}

} // namespace

void Cli::status()
{
    if (m_line.arguments.isEmpty()) {
        const QList<Connection> all = m_manager.connections();
        printAll(all);
        if (!m_line.json)
            printPairs(m_manager.integrations());
        int code = ExitDone;
        for (const Connection &connection : all)
            code = worse(code, statusExitCodeFor(connection.state));
        return end(code);
    }
    if (namesPair(m_line.arguments.first()))
        return pairStatus();
    if (const auto connection = named(m_line.arguments.first())) {
        print({*connection});
        if (!m_line.json)
            printPairs(pairsOf({*connection}));
        end(statusExitCodeFor(connection->state));
    }
}

//! The merchant's word where nobody can be asked.
void Cli::takeWord(const QString &word)
{
    if (m_line.arguments.isEmpty())
        return failUsage(translate("CommandLine", "--told goes with one connection: name it."));
    const auto connection = named(m_line.arguments.first());
    if (!connection)
        return;
    if (const auto told = m_manager.tell(connection->id, word == "works"_L1); !told)
        return fail(told.error(), connection->provider);
    endAuthorizing(*m_manager.connection(connection->id));
}

void Cli::check()
{
    if (const auto word = m_line.value(u"told"_s))
        return takeWord(*word);
    if (!m_line.arguments.isEmpty()) {
        if (namesPair(m_line.arguments.first()))
            return checkPair();
        if (const auto connection = named(m_line.arguments.first())) {
            if (isDelegated(m_catalogue, *connection)) {
                m_terminal.errLine(
                    translate("CommandLine", "%1 cannot be asked. Say how it stands with: %2")
                        .arg(plainText(providerName(connection->provider), 60),
                             u"relink check "_s % nameArgument(*connection)
                                 % u" --told works|stopped"_s));
            }
            whenDone(m_manager.check(connection->id), this,
                     [this](Result<Connection> checked) { endWith(checked); });
        }
        return;
    }
    QList<ConnectionId> ids;
    for (const Connection &connection : m_manager.connections()) {
        if (connection.state.health != Health::Paused)
            ids += connection.id;
    }
    checkAll(ids, [this] { printAll(m_manager.connections()); });
}

void Cli::checkAll(const QList<ConnectionId> &ids, const std::function<void()> &show)
{
    struct Round
    {
        qsizetype open = 0;
        std::optional<AuthError> error;
        QString provider;
        int code = ExitDone;
    };
    const auto round = std::make_shared<Round>();
    const auto conclude = [this, round, show] {
        if (m_over)
            return;
        show();
        if (round->error && round->code == ExitDone)
            return fail(*round->error, round->provider);
        end(round->code);
    };
    if (ids.isEmpty())
        return conclude();
    round->open = ids.size();
    for (const ConnectionId &id : ids) {
        whenDone(m_manager.check(id), this,
                 [this, id, round, conclude](Result<Connection> checked) {
                     if (checked) {
                         round->code = worse(round->code, exitCodeFor(checked->state));
                     } else {
                         round->error = checked.error();
                         if (const auto connection = m_manager.connection(id))
                             round->provider = connection->provider;
                         const bool keychain = checked.error().origin == ErrorOrigin::SecretStore;
                         round->code = worse(round->code, keychain ? ExitKeychain : ExitFailed);
                     }
                     if (--round->open == 0)
                         conclude();
                 });
    }
}

void Cli::refresh()
{
    if (const auto connection = named(m_line.arguments.first())) {
        whenDone(m_manager.refresh(connection->id), this,
                 [this](Result<Connection> refreshed) { endWith(refreshed); });
    }
}

void Cli::rename()
{
    const QString given = m_line.arguments.first();
    if (namesPair(given)) {
        if (const auto pair = namedPair(given))
            renamePair(*pair);
        return;
    }
    const auto connection = named(given);
    if (!connection)
        return;
    const Result<Done> renamed = m_manager.rename(connection->id, m_line.arguments.at(1));
    if (!renamed)
        return fail(renamed.error(), connection->provider);
    endWith(*m_manager.connection(connection->id), true);
}

void Cli::pauseOrResume()
{
    const auto connection = named(m_line.arguments.first());
    if (!connection)
        return;
    const bool pausing = m_line.command == "pause"_L1;
    const Result<Done> done
        = pausing ? m_manager.pause(connection->id) : m_manager.resume(connection->id);
    if (!done)
        return fail(done.error(), connection->provider);
    if (pausing)
        return endWith(*m_manager.connection(connection->id), true);
    whenDone(m_manager.check(connection->id), this,
             [this, id = connection->id](Result<Connection>) {
                 if (const auto now = m_manager.connection(id))
                     endWith(*now, true);
             });
}

QString Cli::revokedBefore(const Connection &connection, const RevokeOutcome &outcome) const
{
    QString sentence
        = translate("CommandLine", "“%1” was already revoked %2; there is nothing left to revoke.")
              .arg(plainText(connection.name, 80),
                   words::when(connection.state.since, m_clock.now()));
    if (outcome.menuPath.isEmpty())
        return sentence;
    return translate("CommandLine", "%1 If %2 still lists the access, end it there: %3",
                     "%3 is a menu path of the provider")
        .arg(sentence, plainText(providerName(connection.provider), 60),
             plainText(words::packText(outcome.menuPath)));
}

void Cli::revoke()
{
    const auto connection = named(m_line.arguments.first());
    if (!connection)
        return;
    if (isUntouched(*connection)) {
        if (m_line.json) {
            RevokeOutcome nothing;
            nothing.kind = RevokeOutcome::Kind::RemovedHere;
            m_terminal.out(QJsonDocument(revokeShape(nothing)).toJson(QJsonDocument::Compact)
                           + '\n');
        } else {
            m_terminal.outLine(
                translate("CommandLine", "“%1” is not connected yet; there is nothing to revoke.")
                    .arg(plainText(connection->name, 80)));
        }
        return end(ExitDone);
    }
    const bool again = connection->state.health == Health::RevokedHere;
    whenDone(
        m_manager.revoke(connection->id), this,
        [this, again, former = *connection](Result<RevokeOutcome> outcome) {
            const QString &provider = former.provider;
            if (m_over)
                return;
            if (!outcome)
                return fail(outcome.error(), provider);
            if (m_line.json) {
                m_terminal.out(QJsonDocument(revokeShape(*outcome)).toJson(QJsonDocument::Compact)
                               + '\n');
            } else {
                const bool nothingLeft = again && outcome->kind == RevokeOutcome::Kind::RemovedHere;
                m_terminal.outLine(nothingLeft
                                       ? revokedBefore(former, *outcome)
                                       : words::revokeSentence(*outcome, providerName(provider)));
                if (!outcome->manageUrl.isEmpty()
                    && outcome->kind == RevokeOutcome::Kind::RemovedHere) {
                    m_terminal.outLine(plainText(outcome->manageUrl));
                }
                if (outcome->kind == RevokeOutcome::Kind::Failed) {
                    m_terminal.outLine(
                        translate("CommandLine", "Try again in a while with: %1")
                            .arg(QString(u"relink revoke "_s % nameArgument(former))));
                }
            }
            end(outcome->kind == RevokeOutcome::Kind::Failed ? ExitFailed : ExitDone);
        });
}

void Cli::remove()
{
    const auto connection = named(m_line.arguments.first());
    if (!connection)
        return;
    whenDone(m_manager.remove(connection->id), this,
             [this, former = *connection, pairs = pairsOf({*connection})](Result<Done> gone) {
                 if (m_over)
                     return;
                 if (!gone)
                     return fail(gone.error(), former.provider);
                 if (m_line.json) {
                     QJsonArray dissolved;
                     for (const Integration &pair : pairs)
                         dissolved.append(QJsonObject {{u"id"_s, pair.id}, {u"name"_s, pair.name}});
                     const QJsonObject shape {
                         {u"schema"_s, 1},
                         {u"removed"_s,
                          QJsonObject {{u"id"_s, former.id.value}, {u"name"_s, former.name}}},
                         {u"dissolved"_s, dissolved}};
                     m_terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
                 } else {
                     m_terminal.outLine(
                         translate("CommandLine", "“%1” was removed from this computer.")
                             .arg(plainText(former.name, 80)));
                     for (const Integration &pair : pairs) {
                         m_terminal.outLine(
                             translate("CommandLine",
                                       "The pair “%1” went with it; its other connection stays.")
                                 .arg(plainText(pair.name, 80)));
                     }
                 }
                 end(ExitDone);
             });
}

void Cli::failRevoked(const Connection &connection)
{
    const auto pack = m_catalogue.pack(connection.provider);
    const AuthMethod *method = pack ? pack->authMethod(connection.authMethod) : nullptr;
    QString way = u"relink reauthorize "_s % nameArgument(connection);
    RecommendedAction action = RecommendedAction::Reauthorize;
    if (method && isEntered(method->kind)) {
        action = RecommendedAction::EditCredential;
        for (const InputField &field : inputFields(*pack, *method, connection.environment)) {
            if (field.secret && field.required)
                way += u" --secret "_s % field.key;
        }
    }
    tellFailure(toString(ErrorClass::Revoked),
                translate("CommandLine",
                          "You ended the access to %1 in Relink %2, so there is no token. Connect "
                          "it again with: %3")
                    .arg(plainText(providerName(connection.provider), 60),
                         words::when(connection.state.since, m_clock.now()), way),
                toString(action));
    end(ExitFailed);
}

void Cli::failRed(const Connection &connection)
{
    const ErrorClass errorClass
        = connection.state.diagnosis ? connection.state.diagnosis->errorClass : ErrorClass::Unknown;
    tellFailure(toString(errorClass),
                translate("CommandLine",
                          "There is no valid token. %1 Once mended, “%2” turns it "
                          "green again.")
                    .arg(words::reason(connection, providerName(connection.provider), m_clock.now(),
                                       words::Upkeep::Elsewhere),
                         u"relink check "_s % nameArgument(connection)),
                toString(recommendedActionFor(connection.state)));
    end(ExitFailed);
}

void Cli::token()
{
    const auto connection = named(m_line.arguments.first());
    if (!connection)
        return;
    if (connection->state.health == Health::RevokedHere)
        return failRevoked(*connection);
    if (isUntouched(*connection)) {
        tellFailure(toString(ErrorClass::ExpiredRefresh),
                    translate("CommandLine",
                              "“%1” is not connected yet, so there is no token. Authorise it "
                              "with: %2")
                        .arg(plainText(connection->name, 80),
                             u"relink reauthorize "_s % nameArgument(*connection)),
                    toString(RecommendedAction::Reauthorize));
        return end(ExitFailed);
    }
    if (lightFor(connection->state) == Light::Red)
        return failRed(*connection);
    whenDone(m_manager.token(connection->id), this,
             [this, provider = connection->provider](Result<IssuedToken> issued) {
                 if (m_over)
                     return;
                 if (!issued)
                     return fail(issued.error(), provider);
                 m_terminal.out(
                     m_line.json
                         ? QJsonDocument(tokenShape(*issued)).toJson(QJsonDocument::Compact) + '\n'
                         : issued->token.reveal() + '\n');
                 end(ExitDone);
             });
}

} // namespace relink::cli
