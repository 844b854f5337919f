// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "cli/csv.h"
#include "cli/timeargument.h"
#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "services/futures.h"
#include "words/translate.h"
#include "words/triedwords.h"
#include "words/words.h"

#include <QJsonDocument>
#include <QLocale>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

const QStringList &columns()
{
    static const QStringList names {
        u"time"_s,       u"kind"_s,        u"connection"_s,    u"provider"_s,    u"stage"_s,
        u"action"_s,     u"http_status"_s, u"provider_code"_s, u"error_class"_s, u"message"_s,
        u"first_seen"_s, u"noticed_at"_s,  u"count"_s,
    };
    return names;
}

QString cell(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

} // namespace

void Cli::history()
{
    HistoryQuery query;
    if (const auto name = m_line.value(u"connection"_s)) {
        const auto connection = named(*name);
        if (!connection)
            return;
        query.connection = connection->id;
        query.notesOfProvider = connection->provider;
    }
    if (const auto provider = m_line.value(u"provider"_s)) {
        if (!knowsProvider(*provider))
            return failNoProvider(*provider);
        query.provider = *provider;
    }
    if (const auto text = m_line.value(u"class"_s)) {
        query.errorClass = errorClassFromString(*text);
        if (!query.errorClass) {
            QStringList known;
            for (const ErrorClass c : allErrorClasses())
                known += toString(c);
            return failUsage(translate("CommandLine", "There is no class “%1”. There are: %2.")
                                 .arg(plainText(*text, 60), known.join(u", "_s)));
        }
    }
    if (const auto text = m_line.value(u"stage"_s)) {
        query.stage = historyStageFromString(*text);
        if (!query.stage) {
            return failUsage(translate("CommandLine", "There is no stage “%1”. There are: %2.")
                                 .arg(plainText(*text, 60),
                                      u"authorize, exchange, refresh, probe, revoke, keychain, "
                                      "storage, local"_s));
        }
    }
    const QDateTime now = m_clock.now();
    for (const auto &[option, member] : {std::pair(u"since"_s, &HistoryQuery::since),
                                         std::pair(u"until"_s, &HistoryQuery::until)}) {
        const auto text = m_line.value(option);
        if (!text)
            continue;
        const auto time = timeArgument(*text, now);
        if (!time) {
            return failUsage(translate("CommandLine",
                                       "“%1” is no time. Write it as 2026-11-18T08:12:00Z, or as "
                                       "7d for 7 days ago.")
                                 .arg(plainText(*text, 60)));
        }
        query.*member = *time;
    }
    query.search = m_line.value(u"search"_s).value_or(QString());
    query.unresolvedOnly = m_line.has(u"unresolved"_s);
    if (m_line.has(u"csv"_s))
        m_terminal.out(csvRecord(columns()));
    nextHistoryPage(query);
}

void Cli::nextHistoryPage(HistoryQuery query)
{
    whenDone(m_manager.history(query), this,
             [this, query](Result<QList<HistoryEvent>> page) mutable {
                 if (m_over)
                     return;
                 if (!page)
                     return fail(page.error(), {});
                 if (page->isEmpty() && query.beforeId == 0)
                     tellNoHistory();
                 printHistory(*page);
                 if (page->size() < query.limit || m_terminal.outputError())
                     return end(ExitDone);
                 query.beforeId = page->last().id;
                 query.beforeTime = page->last().time;
                 nextHistoryPage(query);
             });
}

void Cli::tellNoHistory()
{
    if (m_line.json || m_line.has(u"csv"_s))
        return;
    m_terminal.errLine(m_line.options.isEmpty()
                           ? translate("CommandLine", "There is nothing in the history yet.")
                           : translate("CommandLine", "Nothing in the history fits."));
}

void Cli::printHistory(const QList<HistoryEvent> &events)
{
    for (const HistoryEvent &event : events) {
        const QString sentence = words::historySentence(event, providerName(event.provider));
        const QJsonObject shape = historyShape(event, sentence);
        if (m_line.has(u"csv"_s)) {
            QStringList cells;
            for (const QString &column : columns())
                cells += cell(shape.value(column));
            m_terminal.out(csvRecord(cells));
        } else if (m_line.json) {
            m_terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
        } else {
            // A person looks for the name that the connection has now; scripts get what was stored.
            const auto known = m_manager.connection(event.connection);
            QString subject = plainText(known ? known->name : event.connectionName, 80);
            // A note about all connections of a provider.
            if (subject.isEmpty())
                subject = plainText(providerName(event.provider), 80);
            QString line
                = words::when(event.time, m_clock.now()) % u"  "_s % subject % u": "_s % sentence;
            if (event.count > 1)
                line += u' ' % translate("CommandLine", "(%n times)", nullptr, event.count);
            // The sentence of a note has its words.
            if (!event.message.isEmpty() && event.action != notedAction)
                line += u" – "_s
                    % words::historyMessage(event, providerName(event.provider))
                          .replace(u'\n', u"; "_s);
            m_terminal.outLine(line);
        }
    }
}

} // namespace relink::cli
