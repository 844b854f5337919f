// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "core/rules/plaintext.h"
#include "services/connectiontransfer.h"
#include "words/translate.h"

#include <QJsonDocument>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

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

} // namespace relink::cli
