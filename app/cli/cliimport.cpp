// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "cli/checklines.h"
#include "cli/nameargument.h"
#include "cli/yesorno.h"
#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "services/providercatalogue.h"
#include "words/transferwords.h"
#include "words/translate.h"
#include "words/words.h"

#include <QJsonDocument>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

//! Whoever waits for longer wants to know what for.
constexpr std::chrono::milliseconds patience {1000};

QString toString(ImportPlan::Skipped why)
{
    return why == ImportPlan::Skipped::NameTaken ? u"name_taken"_s : u"provider_missing"_s;
}

QString toString(PairLoss why)
{
    switch (why) {
    case PairLoss::SideMissing:
        return u"side_missing"_s;
    case PairLoss::AnotherConnection:
        return u"another_connection"_s;
    case PairLoss::NoPair:
        return u"no_pair"_s;
    case PairLoss::Already:
        return u"already_paired"_s;
    case PairLoss::NameTaken:
        return u"name_taken"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void Cli::importConnections()
{
    const QString file = m_line.arguments.first();
    if (file != "-"_L1)
        return importPlanned(planImportOf(m_manager, file), file);
    m_terminal.readAll(exportMaximumBytes, [this, file](const QByteArray &json) {
        importPlanned(planImport(m_manager, json), file);
    });
}

void Cli::importPlanned(const Result<ImportPlan, QList<PackProblem>> &plan, const QString &file)
{
    if (m_over)
        return;
    if (!plan) {
        const QString name
            = file == "-"_L1 ? translate("CommandLine", "standard input") : plainText(file);
        QList<PackProblem> told = plan.error();
        for (PackProblem &problem : told)
            problem.reason = words::packText(problem.reason);
        tellFailure(relink::toString(ErrorClass::Configuration),
                    translate("CommandLine", "%1 cannot be imported. Nothing was added. %2")
                        .arg(name, plainText(problemText(told), 2000)),
                    relink::toString(RecommendedAction::None));
        return end(ExitFailed);
    }
    if (plan->servers.isEmpty() || m_line.has(u"yes"_s))
        return addPlanned(*plan);
    // Whoever made the file would choose where the merchant signs in.
    const QString question = translate(
        "CommandLine", "The file says which servers these connections are to sign in at:");
    QStringList servers;
    for (const BroughtServers &brought : plan->servers)
        servers += plainText(brought.name, 80) % u": "_s
            % plainText(brought.servers.join(u", "_s), 600);
    if (!m_terminal.isInteractive()) {
        return failUsage(question % u' ' % servers.join(u"; "_s) % u". "_s
                         % translate("CommandLine",
                                     "Say with --yes that they are yours; nobody can be asked "
                                     "here. Nothing was added."));
    }
    m_terminal.errLine(question);
    for (const QString &line : std::as_const(servers))
        m_terminal.errLine(u"  "_s % line);
    askYesOrNo(m_terminal, translate("CommandLine", "Are they yours? Type “yes” to import: "),
               false, [this, plan = *plan](std::optional<bool> mine) {
                   if (mine.value_or(false))
                       return addPlanned(plan);
                   abort(translate("CommandLine", "Cancelled. Nothing more was changed."));
               });
}

void Cli::addPlanned(const ImportPlan &plan)
{
    m_adding.emplace();
    QTimer::singleShot(patience, this, [this, count = int(plan.adding.size())] {
        if (m_adding && !m_over)
            m_terminal.errLine(
                translate("CommandLine", "%n connections are being added…", nullptr, count));
    });
    whenDone(carryOut(m_manager, plan, m_adding->get_token()), this,
             [this, plan](const Result<Done> &added) {
                 m_adding.reset();
                 if (!added && !m_abortMessage.isEmpty())
                     return abort(m_abortMessage);
                 if (!added)
                     return fail(added.error(), {});
                 m_line.json ? printImported(plan) : tellImported(plan);
                 end(plan.missingPacks.isEmpty() ? ExitDone : ExitFailed);
             });
}

void Cli::printImported(const ImportPlan &plan)
{
    QJsonArray connections;
    const QDateTime now = m_clock.now();
    for (const Connection &draft : plan.adding) {
        if (const auto added = m_manager.connection(draft.id)) {
            connections.append(
                connectionShape(*added, m_catalogue.pack(added->provider).get(), now));
        }
    }
    QJsonArray skipped;
    for (const auto &[entry, why] : plan.skipped) {
        skipped.append(QJsonObject {{u"name"_s, entry.name},
                                    {u"provider"_s, entry.provider},
                                    {u"reason"_s, toString(why)}});
    }
    QJsonArray unpaired;
    for (const auto &[pair, why] : plan.unpaired) {
        unpaired.append(QJsonObject {{u"name"_s, pair.name},
                                     {u"connections"_s, QJsonArray {pair.one, pair.another}},
                                     {u"reason"_s, toString(why)}});
    }
    QJsonArray servers;
    for (const BroughtServers &brought : plan.servers) {
        servers.append(QJsonObject {{u"name"_s, brought.name},
                                    {u"servers"_s, QJsonArray::fromStringList(brought.servers)}});
    }
    QJsonObject shape = connectionsShape(connections, shapesOf(plan.pairs));
    shape.insert(u"skipped"_s, skipped);
    shape.insert(u"unpaired"_s, unpaired);
    shape.insert(u"servers"_s, servers);
    shape.insert(u"missing_packs"_s, QJsonArray::fromStringList(plan.missingPacks));
    m_terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
}

void Cli::tellImported(const ImportPlan &plan)
{
    QList<Connection> added;
    for (const Connection &draft : plan.adding) {
        const auto known = m_manager.connection(draft.id);
        if (!known)
            continue;
        added.append(*known);
        m_terminal.outLine(shownStatus(*known));
        for (auto it = known->inputs.begin(); it != known->inputs.end(); ++it)
            m_terminal.outLine(u"    "_s % plainText(it.key(), 60) % u": "_s % plainText(*it, 200));
    }
    printPairs(plan.pairs);
    for (const auto &[entry, why] : plan.skipped) {
        const QString name = plainText(entry.name, 80);
        m_terminal.errLine(
            why == ImportPlan::Skipped::NameTaken
                ? translate("CommandLine",
                            "“%1” was left out: there is already a connection or a pair of this "
                            "name.")
                      .arg(name)
                : translate("CommandLine",
                            "“%1” was left out: there is no provider “%2” here. Add its pack with "
                            "“relink providers add FILE”, then import again.")
                      .arg(name, plainText(entry.provider, 64)));
    }
    for (const auto &[pair, why] : plan.unpaired)
        m_terminal.errLine(words::unpaired(pair, why));
    if (added.isEmpty()) {
        if (plan.pairs.isEmpty())
            m_terminal.errLine(translate("CommandLine", "Nothing was added."));
        return;
    }
    const QString told = added.size() == 1
        ? translate("CommandLine", "One connection was added. Authorise it with: %1")
        : translate("CommandLine",
                    "%n connections were added. Authorise each of them, for example with: %1",
                    nullptr, int(added.size()));
    m_terminal.errLine(told.arg(QString(u"relink reauthorize "_s % nameArgument(added.first()))));
}

} // namespace relink::cli
