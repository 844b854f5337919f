// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "core/ports/clock.h"
#include "core/rules/caseless.h"
#include "core/rules/pairing.h"
#include "core/rules/plaintext.h"
#include "services/providercatalogue.h"
#include "words/translate.h"
#include "words/words.h"

#include <QJsonDocument>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

void Cli::pairConnections()
{
    const auto one = named(m_line.arguments.first());
    const auto another = one ? named(m_line.arguments.last()) : std::nullopt;
    if (!another)
        return;
    if (one->id == another->id) {
        return failUsage(
            translate("CommandLine", "“%1” is named twice, and a pair is of two connections.")
                .arg(plainText(one->name, 80)));
    }
    const Result<Integration> made
        = m_manager.pair(one->id, another->id, m_line.value(u"name"_s).value_or(QString()));
    if (!made)
        return fail(made.error(), {});
    if (m_line.json)
        printPair(*made, {*made});
    else
        printPairs({*made});
    end(ExitDone);
}

void Cli::unpair()
{
    const auto pair = namedPair(m_line.arguments.first());
    if (!pair)
        return;
    if (const Result<Done> dissolved = m_manager.dissolve(pair->id); !dissolved)
        return fail(dissolved.error(), {});
    if (m_line.json) {
        printPair(*pair, {});
    } else {
        m_terminal.outLine(
            translate("CommandLine", "The pair “%1” is dissolved. Both connections stay.")
                .arg(plainText(pair->name, 80)));
    }
    end(ExitDone);
}

void Cli::renamePair(const Integration &pair)
{
    const Result<Done> renamed = m_manager.renameIntegration(pair.id, m_line.arguments.last());
    if (!renamed)
        return fail(renamed.error(), {});
    for (const Integration &known : m_manager.integrations()) {
        if (known.id == pair.id)
            m_line.json ? printPair(known, {known}) : printPairs({known});
    }
    end(ExitDone);
}

QList<Integration> Cli::pairsNamed(const QString &nameOrId) const
{
    QList<Integration> found;
    for (const Integration &pair : m_manager.integrations()) {
        if (pair.id == nameOrId)
            return {pair};
        if (caseless(pair.name) == caseless(nameOrId.trimmed()))
            found.append(pair);
    }
    return found;
}

std::optional<Integration> Cli::namedPair(const QString &nameOrId)
{
    const QList<Integration> found = pairsNamed(nameOrId);
    if (found.size() == 1)
        return found.first();
    const QString shown = plainText(nameOrId, 80);
    if (found.isEmpty()) {
        failUsage(translate("CommandLine",
                            "There is no pair named “%1”. “relink status” shows the pairs.")
                      .arg(shown));
        return std::nullopt;
    }
    QStringList ids;
    for (const Integration &pair : found)
        ids.append(pair.id);
    failUsage(translate("CommandLine", "Several pairs are named “%1”. Give the id of one: %2.")
                  .arg(shown, ids.join(u", "_s)));
    return std::nullopt;
}

//! The sides and the pairs that tie them now.
void Cli::printPair(const Integration &sides, const QList<Integration> &pairs)
{
    QJsonArray connections;
    for (const ConnectionId &id : {sides.accounting, sides.other}) {
        if (const auto side = m_manager.connection(id)) {
            connections.append(
                connectionShape(*side, m_catalogue.pack(side->provider).get(), m_clock.now()));
        }
    }
    m_terminal.out(
        QJsonDocument(connectionsShape(connections, pairs)).toJson(QJsonDocument::Compact) + '\n');
}

void Cli::printPairs(const QList<Integration> &pairs)
{
    for (const Integration &pair : pairs) {
        const auto accounting = m_manager.connection(pair.accounting);
        const auto other = m_manager.connection(pair.other);
        if (!accounting || !other)
            continue;
        const ConnectionState &worse = worseOf(accounting->state, other->state);
        m_terminal.outLine(
            //: A pair: sign and word of its light, its name, its two connections
            translate("CommandLine", "%1 %2  Pair “%3”: %4 and %5")
                .arg(signOf(worse), words::statusWord(worse), plainText(pair.name, 80),
                     plainText(other->name, 80), plainText(accounting->name, 80)));
    }
}

} // namespace relink::cli
