// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "cli/nameargument.h"
#include "core/ports/clock.h"
#include "core/rules/caseless.h"
#include "core/rules/light.h"
#include "core/rules/pairing.h"
#include "core/rules/plaintext.h"
#include "services/providercatalogue.h"
#include "words/translate.h"
#include "words/words.h"

#include <QJsonDocument>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

const Connection &worseOf(const Connection &first, const Connection &second)
{
    const bool firstIsWorse = &relink::worseOf(first.state, second.state) == &first.state;
    return firstIsWorse ? first : second;
}

} // namespace

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

bool Cli::namesPair(const QString &nameOrId) const
{
    return !m_manager.find(nameOrId) && !pairsNamed(nameOrId).isEmpty();
}

QString Cli::notAConnection(const Integration &pair) const
{
    const QString name = plainText(pair.name, 80);
    if (m_line.command == "remove"_L1) {
        return translate("CommandLine", "“%1” is a pair, not a connection. Dissolve it with: %2")
            .arg(name, u"relink unpair "_s % nameArgument(pair.name, pair.id));
    }
    QStringList sides;
    for (const Connection &side : sidesOf(pair))
        sides.append(u'“' % plainText(side.name, 80) % u'”');
    return translate("CommandLine", "“%1” is a pair, not a connection. Name one of its two: %2.")
        .arg(name, sides.join(u", "_s));
}

QList<Connection> Cli::sidesOf(const Integration &pair) const
{
    QList<Connection> sides;
    for (const ConnectionId &id : {pair.accounting, pair.other}) {
        if (const auto side = m_manager.connection(id))
            sides.append(*side);
    }
    return sides;
}

void Cli::showPair(const Integration &pair)
{
    if (m_line.json)
        return printPair(pair, {pair});
    print(sidesOf(pair));
    printPairs({pair});
}

void Cli::pairStatus()
{
    const auto pair = namedPair(m_line.arguments.first());
    if (!pair)
        return;
    showPair(*pair);
    int code = ExitDone;
    for (const Connection &side : sidesOf(*pair))
        code = worse(code, statusExitCodeFor(side.state));
    end(code);
}

void Cli::checkPair()
{
    const auto pair = namedPair(m_line.arguments.first());
    if (pair)
        checkAll({pair->accounting, pair->other}, [this, pair = *pair] { showPair(pair); });
}

//! The sides and the pairs that tie them now.
void Cli::printPair(const Integration &sides, const QList<Integration> &pairs)
{
    QJsonArray connections;
    for (const Connection &side : sidesOf(sides)) {
        connections.append(
            connectionShape(side, m_catalogue.pack(side.provider).get(), m_clock.now()));
    }
    m_terminal.out(
        QJsonDocument(connectionsShape(connections, shapesOf(pairs))).toJson(QJsonDocument::Compact)
        + '\n');
}

QString Cli::pairReason(const Connection &worse) const
{
    //: The name of a connection and how it stands
    return translate("CommandLine", "%1: %2")
        .arg(plainText(worse.name, 80),
             words::reason(worse, providerName(worse.provider), m_clock.now(),
                           words::Upkeep::Elsewhere));
}

QJsonArray Cli::shapesOf(const QList<Integration> &pairs) const
{
    QJsonArray shapes;
    for (const Integration &pair : pairs) {
        const QList<Connection> sides = sidesOf(pair);
        if (sides.size() != 2)
            continue;
        const Connection &worse = worseOf(sides.first(), sides.last());
        shapes.append(pairShape(pair, worse.state, pairReason(worse)));
    }
    return shapes;
}

void Cli::printPairs(const QList<Integration> &pairs)
{
    for (const Integration &pair : pairs) {
        const QList<Connection> sides = sidesOf(pair);
        if (sides.size() != 2)
            continue;
        const Connection &worse = worseOf(sides.first(), sides.last());
        //: A pair: sign and word of its light, its name, its two connections
        QString row = translate("CommandLine", "%1 %2  Pair “%3”: %4 and %5")
                          .arg(signOf(worse.state), words::statusWord(worse.state),
                               plainText(pair.name, 80), plainText(sides.last().name, 80),
                               plainText(sides.first().name, 80));
        if (lightFor(worse.state) != Light::Green)
            row += u" – "_s % pairReason(worse);
        m_terminal.outLine(row);
    }
}

} // namespace relink::cli
