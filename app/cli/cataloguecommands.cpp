// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cataloguecommands.h"

#include "cli/checklines.h"
#include "cli/cli.h"
#include "core/rules/inputs.h"
#include "core/rules/plaintext.h"
#include "services/providercatalogue.h"
#include "words/translate.h"
#include "words/words.h"

#include <QJsonDocument>

#include <array>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

CatalogueCommands::CatalogueCommands(const CommandLine &line, ProviderCatalogue &catalogue,
                                     Terminal &terminal)
    : m_line(line)
    , m_catalogue(catalogue)
    , m_terminal(terminal)
{}

bool CatalogueCommands::include(const QString &command)
{
    static constexpr std::array commands {"providers list"_L1, "providers show"_L1,
                                          "providers validate"_L1, "providers add"_L1};
    return std::find(commands.begin(), commands.end(), command) != commands.end();
}

int CatalogueCommands::run()
{
    if (m_line.command == "providers list"_L1)
        return list();
    if (m_line.command == "providers show"_L1)
        return show();
    return m_line.command == "providers validate"_L1 ? validate() : add();
}

int CatalogueCommands::list()
{
    if (m_line.json) {
        QJsonArray providers;
        for (const QString &id : m_catalogue.ids()) {
            if (const auto pack = m_catalogue.pack(id))
                providers.append(providerShape(*pack));
        }
        m_terminal.out(QJsonDocument(providersShape(providers)).toJson(QJsonDocument::Compact)
                       + '\n');
    } else {
        for (const QString &id : m_catalogue.ids()) {
            const ProviderFace face = m_catalogue.face(id).value_or(ProviderFace {});
            m_terminal.outLine(plainText(id, 64).leftJustified(24) % plainText(face.name, 60)
                               % u" ("_s % plainText(words::packText(face.category), 40) % u')');
        }
    }
    const auto problems = m_catalogue.problems();
    for (auto it = problems.begin(); it != problems.end(); ++it) {
        m_terminal.errLine(translate("CommandLine", "%1 cannot be used: %2")
                               .arg(plainText(it.key()), plainText(problemText(it.value()), 600)));
    }
    return ExitDone;
}

int CatalogueCommands::show()
{
    const auto pack = m_catalogue.pack(m_line.arguments.first());
    if (!pack) {
        Cli::tell(m_terminal,
                  {noSuchProvider(m_line.arguments.first()), usageOf(m_line.command), m_line.json});
        return ExitUsage;
    }
    if (m_line.json) {
        const QJsonObject shape {{u"schema"_s, 1}, {u"provider"_s, providerDetails(*pack)}};
        m_terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
        return ExitDone;
    }
    m_terminal.outLine(plainText(pack->name, 60) % u" ("_s
                       % plainText(words::packText(pack->category), 40) % u')');
    for (const AuthMethod &method : pack->authMethods) {
        m_terminal.outLine({});
        m_terminal.outLine(words::packText(method.label) % u" [auth_method="_s % method.id % u']');
        for (const InputField &field : inputFields(*pack, method, Environment::Production)) {
            QString line = u"  "_s % (field.secret ? u"--secret "_s : u"--set "_s)
                % (field.secret ? field.key : QString(field.key % u"=…"_s));
            line = QString(line % u"  "_s).leftJustified(36) % words::packText(field.label);
            if (!field.required)
                line += u' ' % translate("CommandLine", "(optional)");
            if (!field.choices.isEmpty()) {
                line += u' '
                    % translate("CommandLine", "(one of: %1)")
                          .arg(plainText(field.choices.join(u", "_s), 300));
            }
            m_terminal.outLine(line);
        }
    }
    if (!pack->probe.exists()) {
        m_terminal.outLine({});
        m_terminal.outLine(translate("CommandLine",
                                     "No address for checking is known; give one with --set "
                                     "probe_url=…, otherwise the connection stays unconfirmed."));
    }
    return ExitDone;
}

int CatalogueCommands::validate()
{
    QList<CheckLine> lines;
    bool allGood = true;
    for (const QString &file : m_line.arguments) {
        const auto read = ProviderCatalogue::read(file);
        if (read) {
            const auto known = m_catalogue.pack(read->id);
            const QString sentence = known && known->builtIn
                ? translate("CommandLine",
                            "%1 is in order, but it cannot be added under this id, which a "
                            "built-in provider has. Give it another “id”.")
                : translate("CommandLine", "%1 can be used.");
            lines.append({read->id, true, sentence.arg(file)});
        } else {
            allGood = false;
            lines.append({file, false, problemText(read.error())});
        }
    }
    printResults(m_terminal, lines, m_line.json);
    return allGood ? ExitDone : ExitFailed;
}

int CatalogueCommands::add()
{
    const QString file = m_line.arguments.first();
    const auto read = ProviderCatalogue::read(file);
    const bool known = read && m_catalogue.face(read->id);
    const auto added = m_catalogue.add(file);
    if (!added) {
        printResults(m_terminal, {{file, false, problemText(added.error())}}, m_line.json);
        return ExitFailed;
    }
    printResults(
        m_terminal,
        {{*added, true,
          (known ? translate("CommandLine",
                             "Replaced the former one of this name. Connect with “relink connect "
                             "%1”.")
                 : translate("CommandLine", "Added. Connect with “relink connect %1”."))
              .arg(*added)}},
        m_line.json);
    return ExitDone;
}

QString noSuchProvider(const QString &given)
{
    return translate("CommandLine",
                     "There is no provider “%1”. “relink providers list” shows them.")
        .arg(plainText(given, 80));
}

} // namespace relink::cli
