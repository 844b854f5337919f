// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "cli/checklines.h"
#include "cli/nameargument.h"
#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "services/connectiontransfer.h"
#include "services/providercatalogue.h"
#include "words/translate.h"
#include "words/words.h"

#include <QJsonDocument>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

QString toString(ImportPlan::Skipped why)
{
    return why == ImportPlan::Skipped::NameTaken ? u"name_taken"_s : u"provider_missing"_s;
}

} // namespace

void Cli::exportConnections()
{
    const QString file = m_line.arguments.value(0, u"-"_s);
    const ConnectionExport document = exportOf(m_manager);
    if (file == "-"_L1) {
        if (m_line.has(u"force"_s))
            return failUsage(translate("CommandLine", "--force goes with a FILE only."));
        m_terminal.out(toJson(document));
        return end(ExitDone);
    }
    const Result<Done> saved = writeExport(document, file, m_line.has(u"force"_s));
    if (!saved && saved.error().is(code::invalidInput)) {
        return failUsage(translate("CommandLine",
                                   "There is already a file %1. Nothing was written. --force "
                                   "replaces it.")
                             .arg(plainText(file)));
    }
    if (!saved)
        return fail(saved.error(), {});
    const int count = int(document.connections.size());
    if (m_line.json) {
        const QJsonObject shape {{u"schema"_s, 1},
                                 {u"file"_s, file},
                                 {u"connections"_s, count},
                                 {u"own_packs"_s, QJsonArray::fromStringList(document.ownPacks)}};
        m_terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
        return end(ExitDone);
    }
    const QString written = count == 1
        ? translate("CommandLine",
                    "One connection was written to %1. No secret is in it: authorise "
                    "it on the other computer after “relink import”.")
        : translate("CommandLine",
                    "%n connections were written to %1. No secret is in it: authorise "
                    "them on the other computer after “relink import”.",
                    nullptr, count);
    m_terminal.outLine(written.arg(plainText(file)));
    if (!document.ownPacks.isEmpty()) {
        m_terminal.outLine(
            translate("CommandLine",
                      "Take the provider packs of your own along, they are not in it: %1.")
                .arg(plainText(document.ownPacks.join(u", "_s))));
    }
    end(ExitDone);
}

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
    if (const Result<Done> added = carryOut(m_manager, *plan); !added)
        return fail(added.error(), {});
    const QDateTime now = m_clock.now();
    if (m_line.json) {
        QJsonArray connections;
        for (const Connection &draft : plan->adding) {
            if (const auto added = m_manager.connection(draft.id)) {
                connections.append(
                    connectionShape(*added, m_catalogue.pack(added->provider).get(), now));
            }
        }
        QJsonArray skipped;
        for (const auto &[entry, why] : plan->skipped) {
            skipped.append(QJsonObject {{u"name"_s, entry.name},
                                        {u"provider"_s, entry.provider},
                                        {u"reason"_s, toString(why)}});
        }
        QJsonObject shape = connectionsShape(connections);
        shape.insert(u"skipped"_s, skipped);
        shape.insert(u"missing_packs"_s, QJsonArray::fromStringList(plan->missingPacks));
        m_terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
    } else {
        tellImported(*plan);
    }
    end(plan->missingPacks.isEmpty() ? ExitDone : ExitFailed);
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
    for (const auto &[entry, why] : plan.skipped) {
        const QString name = plainText(entry.name, 80);
        m_terminal.errLine(
            why == ImportPlan::Skipped::NameTaken
                ? translate("CommandLine",
                            "“%1” was left out: there is already a connection of this name.")
                      .arg(name)
                : translate("CommandLine",
                            "“%1” was left out: there is no provider “%2” here. Add its pack with "
                            "“relink providers add FILE”, then import again.")
                      .arg(name, plainText(entry.provider, 64)));
    }
    if (added.isEmpty()) {
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
