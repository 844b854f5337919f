// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cataloguecommands.h"

#include "cli/checklines.h"
#include "cli/cli.h"
#include "core/rules/inputs.h"
#include "core/rules/plaintext.h"
#include "core/rules/redirectaddress.h"
#include "core/rules/secrethosts.h"
#include "core/rules/unconfirmed.h"
#include "services/providercatalogue.h"
#include "words/doubtwords.h"
#include "words/methodwords.h"
#include "words/translate.h"
#include "words/words.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

//! What stands in no line of its own; the rest is doubted where it stands.
QStringList notConfirmed(const ProviderPack &pack)
{
    const Unconfirmed open = unconfirmedIn(pack);
    QStringList lines;
    if (open.accessLifetime)
        lines += translate("CommandLine", "how long an access lasts before it is renewed");
    if (open.signInLifetime)
        lines += translate("CommandLine", "how long the sign-in lasts");
    if (open.rotation)
        lines += translate("CommandLine", "whether a renewal replaces the refresh token");
    if (open.revocation)
        lines += translate("CommandLine", "whether and how the access can be ended from here");
    if (open.revocationPath && pack.revocation.menuPath.isEmpty())
        lines += translate("CommandLine", "the way through the menus to end the access there");
    return lines;
}

QString doubted(const QString &text, bool doubt)
{
    return words::withDoubt(text, doubt ? words::notConfirmed() : QString());
}

//! What is to be registered at the provider for the browser to come back; empty: nothing.
QString redirectLine(const AuthMethod &method, Environment environment)
{
    using Kind = RedirectAddress::Kind;
    const RedirectAddress redirect = redirectAddress(method, environment);
    switch (redirect.kind) {
    case Kind::None:
        return {};
    case Kind::AnyPort:
        return translate("CommandLine",
                         "Redirect address to register: %1 (Relink adds whichever port is free)")
            .arg(redirect.address);
    case Kind::FixedPort:
    case Kind::Fixed:
        return translate("CommandLine", "Redirect address to register: %1").arg(redirect.address);
    case Kind::Own:
        return translate("CommandLine",
                         "Redirect address to register: an https address of your own; give it with "
                         "--set redirect_uri=… and paste the address the browser ends up at");
    case Kind::Alias:
        return translate("CommandLine",
                         "Redirect address to register: the provider gives it a name, which is "
                         "entered below; paste the address the browser ends up at");
    }
    Q_UNREACHABLE();
}

//! Every host that gets a secret (R99); empty: none does.
QString hostLine(const ProviderPack &pack, const AuthMethod &method, Environment environment)
{
    QStringList hosts;
    for (const QString &host : secretHosts(pack, method, environment))
        hosts += plainText(host, 120);
    if (asksForAddresses(pack, method))
        hosts += translate("CommandLine", "those of the addresses you enter");
    return hosts.isEmpty() ? QString()
                           : translate("CommandLine", "Keys, passwords and tokens go only to: %1")
                                 .arg(hosts.join(u", "_s));
}

//! Nobody but the user vouches for such a pack.
QString ownMark(bool own)
{
    return own ? translate("CommandLine", " – your own pack") : QString();
}

} // namespace

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
        qsizetype longest = 0;
        for (const QString &id : m_catalogue.ids())
            longest = std::max(longest, plainText(id, 64).size());
        for (const QString &id : m_catalogue.ids()) {
            const ProviderFace face = m_catalogue.face(id).value_or(ProviderFace {});
            m_terminal.outLine(plainText(id, 64).leftJustified(longest + 2)
                               % plainText(face.name, 60) % u" ("_s
                               % plainText(words::packText(face.category), 40) % u')'
                               % ownMark(m_catalogue.isOwn(id)));
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
    showPack(*pack);
    return ExitDone;
}

void CatalogueCommands::showMethod(const ProviderPack &pack, const AuthMethod &method)
{
    m_terminal.outLine({});
    m_terminal.outLine(words::packText(method.label) % u" [auth_method="_s % method.id % u']');
    m_terminal.outLine(u"  "_s % words::methodSentence(method, pack.name));
    for (const QString &where : {words::packText(method.setupPath), method.setupUrl}) {
        if (!where.isEmpty())
            m_terminal.outLine(u"  "_s % plainText(where));
    }
    const Unconfirmed open = unconfirmedIn(pack);
    const QString redirect = redirectLine(method, Environment::Production);
    if (!redirect.isEmpty())
        m_terminal.outLine(u"  "_s % doubted(redirect, open.redirect));
    const QString testRedirect = redirectLine(method, Environment::Test);
    if (pack.hasTestEnvironment && testRedirect != redirect)
        m_terminal.outLine(u"  "_s
                           % translate("CommandLine", "In Test Mode: %1").arg(testRedirect));
    if (!method.scopes.isEmpty()) {
        const QString scopes = plainText(method.scopes.join(method.scopeSeparator), 600);
        m_terminal.outLine(
            u"  "_s
            % doubted(translate("CommandLine", "Permissions asked for (scope): %1").arg(scopes),
                      open.scopes));
    }
    for (const auto environment : {Environment::Production, Environment::Test}) {
        const QString hosts = hostLine(pack, method, environment);
        const bool differs = environment == Environment::Production
            || (pack.hasTestEnvironment
                && hosts != hostLine(pack, method, Environment::Production));
        if (hosts.isEmpty() || !differs)
            continue;
        m_terminal.outLine(u"  "_s
                           % (environment == Environment::Production
                                  ? hosts
                                  : translate("CommandLine", "In Test Mode: %1").arg(hosts)));
    }
    for (const InputField &field : inputFields(pack, method, Environment::Production)) {
        QString line = u"  "_s % (field.secret ? u"--secret "_s : u"--set "_s)
            % (field.secret ? field.key : QString(field.key % u"=…"_s));
        line = QString(line % u"  "_s).leftJustified(36) % words::packText(field.label);
        if (!field.required)
            line += u' ' % translate("CommandLine", "(optional)");
        if (!field.choices.isEmpty()) {
            line += u' '
                % translate("CommandLine", "(one of: %1)")
                      .arg(plainText(field.choices.join(u", "_s), 300));
        } else if (!field.example.isEmpty() && !field.secret) {
            line += u' '
                % translate("CommandLine", "(for example %1)").arg(plainText(field.example, 80));
        }
        m_terminal.outLine(line);
        if (!field.help.isEmpty())
            m_terminal.outLine(u"      "_s % plainText(words::packText(field.help), 600));
    }
}

void CatalogueCommands::showPack(const ProviderPack &pack)
{
    m_terminal.outLine(plainText(pack.name, 60) % u" ("_s
                       % plainText(words::packText(pack.category), 40) % u')'
                       % ownMark(!pack.builtIn));
    if (pack.hasTestEnvironment)
        m_terminal.outLine(doubted(translate("CommandLine", "Has a Test Mode: --environment test."),
                                   unconfirmedIn(pack).testEnvironment));
    if (!pack.testEnvironmentNote.isEmpty())
        m_terminal.outLine(plainText(words::packText(pack.testEnvironmentNote), 600));
    for (const AuthMethod &method : pack.authMethods)
        showMethod(pack, method);
    const bool calls
        = std::any_of(pack.authMethods.begin(), pack.authMethods.end(),
                      [](const AuthMethod &m) { return m.kind != AuthKind::Delegated; });
    if (calls && !pack.probe.exists()) {
        m_terminal.outLine({});
        m_terminal.outLine(translate("CommandLine",
                                     "No address for checking is known; give one with --set "
                                     "probe_url=…, otherwise the connection stays unconfirmed."));
    }
    const auto block = [this](const QString &title, const QStringList &lines) {
        if (lines.isEmpty())
            return;
        m_terminal.outLine({});
        m_terminal.outLine(title);
        for (const QString &line : lines)
            m_terminal.outLine(u"  "_s % plainText(line, 2000));
    };
    const auto translated = [](const QStringList &sentences) {
        QStringList lines;
        for (const QString &sentence : sentences)
            lines += words::packText(sentence);
        return lines;
    };
    QStringList ending;
    for (const Deprecation &deprecation : pack.deprecations) {
        ending
            += deprecation.date.toString(Qt::ISODate) % u"  "_s % words::packText(deprecation.what);
    }
    block(translate("CommandLine", "What ends:"), ending);
    block(translate("CommandLine", "Limits:"), translated(pack.limits));
    block(translate("CommandLine", "Good to know:"), translated(pack.pitfalls));
    block(translate("CommandLine", "To end the access at the provider:"),
          pack.revocation.menuPath.isEmpty()
              ? QStringList()
              : QStringList {doubted(words::packText(pack.revocation.menuPath),
                                     unconfirmedIn(pack).revocationPath)});
    block(translate("CommandLine", "Not confirmed by the provider’s documents:"),
          notConfirmed(pack));
    QStringList links;
    for (const QString &link : {pack.documentation, pack.statusPage}) {
        if (!link.isEmpty())
            links += link;
    }
    block(translate("CommandLine", "Documentation and status page:"), links);
}

int CatalogueCommands::validate()
{
    QList<CheckLine> lines;
    bool allGood = true;
    for (const QString &file : m_line.arguments) {
        const auto read = ProviderCatalogue::read(file, QDate::currentDate());
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
    const auto added = m_catalogue.add(file, QDate::currentDate());
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
