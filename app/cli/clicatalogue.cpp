// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "core/rules/inputs.h"
#include "core/rules/plaintext.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "words/translate.h"
#include "words/words.h"

#include <QJsonDocument>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

QString told(const QList<PackProblem> &problems)
{
    QStringList parts;
    for (const PackProblem &problem : problems)
        parts += problem.path.isEmpty() ? problem.reason
                                        : u"%1: %2"_s.arg(problem.path, problem.reason);
    return parts.join(u"; "_s);
}

} // namespace

void Cli::providersList()
{
    QJsonArray providers;
    for (const QString &id : m_catalogue.ids()) {
        const auto pack = m_catalogue.pack(id);
        if (!pack)
            continue;
        if (m_line.json)
            providers.append(providerShape(*pack));
        else
            m_terminal.outLine(plainText(id, 64).leftJustified(24) % plainText(pack->name, 60)
                               % u" ("_s % plainText(pack->category, 40) % u')');
    }
    if (m_line.json)
        m_terminal.out(QJsonDocument(providersShape(providers)).toJson(QJsonDocument::Compact)
                       + '\n');
    const auto problems = m_catalogue.problems();
    for (auto it = problems.begin(); it != problems.end(); ++it) {
        m_terminal.errLine(translate("CommandLine", "%1 cannot be used: %2")
                               .arg(plainText(it.key()), plainText(told(it.value()), 600)));
    }
    end(ExitDone);
}

void Cli::providersShow()
{
    const auto pack = m_catalogue.pack(m_line.arguments.first());
    if (!pack) {
        return failNoProvider(m_line.arguments.first());
    }
    if (m_line.json) {
        const QJsonObject shape {{u"schema"_s, 1}, {u"provider"_s, providerDetails(*pack)}};
        m_terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
        return end(ExitDone);
    }
    m_terminal.outLine(plainText(pack->name, 60) % u" ("_s % plainText(pack->category, 40) % u')');
    for (const AuthMethod &method : pack->authMethods) {
        m_terminal.outLine({});
        m_terminal.outLine(words::packText(method.label) % u" [auth_method="_s % method.id % u']');
        for (const InputField &field : inputFields(*pack, method, Environment::Production)) {
            QString line = u"  "_s % (field.secret ? u"--secret "_s : u"--set "_s)
                % (field.secret ? field.key : QString(field.key % u"=…"_s));
            line = line.leftJustified(36) % words::packText(field.label);
            if (!field.required)
                line += u' ' % translate("CommandLine", "(optional)");
            m_terminal.outLine(line);
        }
    }
    if (!pack->probe.exists()) {
        m_terminal.outLine({});
        m_terminal.outLine(translate("CommandLine",
                                     "No address for checking is known; give one with --set "
                                     "probe_url=…, otherwise the connection stays unconfirmed."));
    }
    end(ExitDone);
}

void Cli::providersValidate()
{
    QList<CheckLine> lines;
    bool allGood = true;
    for (const QString &file : m_line.arguments) {
        const auto read = ProviderCatalogue::read(file);
        if (read) {
            lines.append({read->id, true, translate("CommandLine", "%1 can be used.").arg(file)});
        } else {
            allGood = false;
            lines.append({file, false, told(read.error())});
        }
    }
    printResults(lines);
    end(allGood ? ExitDone : ExitFailed);
}

void Cli::providersAdd()
{
    const QString file = m_line.arguments.first();
    const auto added = m_catalogue.add(file);
    if (!added) {
        printResults({{file, false, told(added.error())}});
        return end(ExitFailed);
    }
    printResults(
        {{*added, true,
          translate("CommandLine", "Added. Connect with “relink connect %1”.").arg(*added)}});
    end(ExitDone);
}

void Cli::providersRemove()
{
    const QString id = m_line.arguments.first();
    if (!m_catalogue.pack(id) && !m_catalogue.problems().contains(id + u".json"_s)) {
        return failNoProvider(id);
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
    printResults({{id, true, translate("CommandLine", "Removed.")}});
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
            broken += u"%1 (%2)"_s.arg(it.key(), told(it.value()));
        r->lines += {u"packs"_s, broken.isEmpty(),
                     broken.isEmpty() ? translate("CommandLine", "%n provider packs can be used.",
                                                  nullptr, int(m_catalogue.ids().size()))
                                      : broken.join(u"; "_s)};
        printResults(r->lines);
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
