// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/checklines.h"

#include "cli/terminal.h"
#include "core/rules/plaintext.h"

#include <QJsonDocument>

namespace relink::cli {

using namespace Qt::StringLiterals;

void printResults(Terminal &terminal, const QList<CheckLine> &lines, bool json)
{
    if (json) {
        terminal.out(QJsonDocument(resultsShape(lines)).toJson(QJsonDocument::Compact) + '\n');
        return;
    }
    for (const CheckLine &line : lines) {
        const QString sign = line.ok ? u"✓"_s : u"✕"_s;
        terminal.outLine(u"%1 %2: %3"_s.arg(sign, plainText(line.id), plainText(line.text, 600)));
    }
}

QString problemText(const QList<PackProblem> &problems)
{
    QStringList parts;
    for (const PackProblem &problem : problems)
        parts += problem.path.isEmpty() ? problem.reason
                                        : u"%1: %2"_s.arg(problem.path, problem.reason);
    return parts.join(u"; "_s);
}

} // namespace relink::cli
