// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "cli/checklines.h"
#include "core/rules/plaintext.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "words/translate.h"

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

void Cli::providersRemove()
{
    const QString id = m_line.arguments.first();
    if (!m_catalogue.pack(id) && !m_catalogue.problems().contains(id + u".json"_s)) {
        return failNoProvider(id);
    }
    if (const auto pack = m_catalogue.pack(id); pack && pack->builtIn) {
        return failUsage(
            translate("CommandLine", "“%1” is built in and cannot be removed.").arg(plainText(id)));
    }
    for (const Connection &connection : m_manager.connections()) {
        if (connection.provider == id) {
            return fail(localError(code::storage,
                                   translate("CommandLine",
                                             "“%1” still uses it; remove that connection first.")
                                       .arg(plainText(connection.name, 80))),
                        id);
        }
    }
    const Result<Done> removed = m_catalogue.remove(id);
    if (!removed)
        return fail(removed.error(), id);
    printResults(m_terminal, {{id, true, translate("CommandLine", "Removed.")}}, m_line.json);
    end(ExitDone);
}

void Cli::doctor()
{
    struct Round
    {
        QList<CheckLine> lines;
        QList<DoctorCheck> open;
        std::function<void()> next;
    };
    const auto round = std::make_shared<Round>();
    round->open = m_doctorChecks;
    round->next = [this, weak = std::weak_ptr(round)] {
        const auto r = weak.lock();
        if (!r || m_over)
            return;
        if (!r->open.isEmpty()) {
            const DoctorCheck check = r->open.takeFirst();
            // The round lives as long as a check of it is under way.
            whenDone(check(), this, CheckLine {}, [r](CheckLine line) {
                if (!line.id.isEmpty())
                    r->lines += line;
                r->next();
            });
            return;
        }
        const auto problems = m_catalogue.problems();
        QStringList broken;
        for (auto it = problems.begin(); it != problems.end(); ++it)
            broken += u"%1 (%2)"_s.arg(it.key(), problemText(it.value()));
        r->lines += {u"packs"_s, broken.isEmpty(),
                     broken.isEmpty() ? translate("CommandLine", "%n provider packs can be used.",
                                                  nullptr, int(m_catalogue.ids().size()))
                                      : broken.join(u"; "_s)};
        printResults(m_terminal, r->lines, m_line.json);
        int code = ExitDone;
        for (const CheckLine &line : r->lines) {
            if (!line.ok)
                code = worse(code, line.id.startsWith("keychain"_L1) ? ExitKeychain : ExitFailed);
        }
        end(code);
    };
    round->next();
}

} // namespace relink::cli
