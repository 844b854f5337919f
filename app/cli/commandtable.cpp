// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandtable.h"

#include "cli/commandline.h"
#include "words/translate.h"

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

QList<OptionSpec> secretOptions()
{
    return {
        {"secret", "KEY",
         QT_TRANSLATE_NOOP("CommandLine",
                           "read one secret value as a line of standard input (a private key: all "
                           "its lines)"),
         true},
        {"secret-file", "KEY=FILE",
         QT_TRANSLATE_NOOP("CommandLine", "read one secret value from a file"), true},
    };
}

OptionSpec yesOption()
{
    return {"yes", nullptr,
            QT_TRANSLATE_NOOP("CommandLine",
                              "say that the access is set up at a provider that keeps it itself")};
}

QList<OptionSpec> editOptions()
{
    return QList<OptionSpec> {
               {"name", "N", QT_TRANSLATE_NOOP("CommandLine", "name of the connection")},
               {"via", "PRODUCT",
                QT_TRANSLATE_NOOP("CommandLine", "product whose integration it serves")},
               {"environment", "production|test",
                QT_TRANSLATE_NOOP("CommandLine", "live, or Test Mode")},
               {"set", "KEY=VALUE",
                QT_TRANSLATE_NOOP("CommandLine", "one value that is not secret"), true},
           }
    + secretOptions();
}

QList<OptionSpec> connectOptions()
{
    return editOptions() + QList<OptionSpec> {yesOption()};
}

QList<OptionSpec> reauthorizeOptions()
{
    return QList<OptionSpec> {
               {"set", "organisation_id=ID",
                QT_TRANSLATE_NOOP("CommandLine", "choose the organisation beforehand"), true}}
    + secretOptions() + QList<OptionSpec> {yesOption()};
}

} // namespace

const QList<OptionSpec> &commonOptions()
{
    static const QList<OptionSpec> options {
        {"profile", "DIR", QT_TRANSLATE_NOOP("CommandLine", "keep all files below DIR")},
        {"json", nullptr, QT_TRANSLATE_NOOP("CommandLine", "print the result as JSON")},
        {"no-browser", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "print the address to open instead of opening it")},
        {"timeout", "SECONDS",
         QT_TRANSLATE_NOOP("CommandLine", "give the whole command so long (300)")},
        {"practice", nullptr,
         QT_TRANSLATE_NOOP("CommandLine", "practise with pretend providers on this computer")},
        {"sandbox", "URL",
         QT_TRANSLATE_NOOP("CommandLine", "with --practice: use the sandbox that runs at URL")},
        {"help", nullptr, QT_TRANSLATE_NOOP("CommandLine", "show this help")},
        {"version", nullptr, QT_TRANSLATE_NOOP("CommandLine", "show the version")},
    };
    return options;
}

const QList<CommandSpec> &commands()
{
    static const QList<CommandSpec> all {
        {"providers list", "", 0, 0, {}, QT_TRANSLATE_NOOP("CommandLine", "what can be connected")},
        {"providers show",
         "ID",
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "what one provider asks for")},
        {"providers validate",
         "FILE…",
         1,
         -1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "check provider packs without adding them")},
        {"providers add",
         "FILE",
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "add a provider pack of your own")},
        {"providers remove",
         "ID",
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "remove a provider pack of your own")},
        {"connect", "PROVIDER", 1, 1, connectOptions(),
         QT_TRANSLATE_NOOP("CommandLine", "connect a new account")},
        {"status",
         "[NAME]",
         0,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "show what is known, without asking anybody")},
        {"check",
         "[NAME]",
         0,
         1,
         {{"told", "works|stopped",
           QT_TRANSLATE_NOOP("CommandLine",
                             "say how it stands at a provider that keeps the access itself")}},
         QT_TRANSLATE_NOOP("CommandLine", "ask the provider now")},
        {"edit", "NAME", 1, 1, editOptions(),
         QT_TRANSLATE_NOOP("CommandLine", "change settings or credentials")},
        {"rename",
         "NAME NEW",
         2,
         2,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "give a connection or a pair another name")},
        {"pair",
         "ACCOUNTING SHOP",
         2,
         2,
         {{"name", "N", QT_TRANSLATE_NOOP("CommandLine", "name of the pair")}},
         QT_TRANSLATE_NOOP("CommandLine",
                           "tie an accounting connection to the shop, marketplace or till it works "
                           "with")},
        {"unpair",
         "PAIR",
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "dissolve a pair; both connections stay")},
        {"pause", "NAME", 1, 1, {}, QT_TRANSLATE_NOOP("CommandLine", "stop checking and renewing")},
        {"resume", "NAME", 1, 1, {}, QT_TRANSLATE_NOOP("CommandLine", "go on after a pause")},
        {"refresh", "NAME", 1, 1, {}, QT_TRANSLATE_NOOP("CommandLine", "renew the access")},
        {"reauthorize", "NAME", 1, 1, reauthorizeOptions(),
         QT_TRANSLATE_NOOP("CommandLine", "authorise again in the browser")},
        {"revoke",
         "NAME",
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "end the access at the provider")},
        {"remove",
         "NAME",
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "forget a connection on this computer")},
        {"reconnect",
         "NAME",
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "the guided way back to green")},
        {"token",
         "NAME",
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "print one access token that is valid now")},
        {"history",
         "",
         0,
         0,
         {{"connection", "N", QT_TRANSLATE_NOOP("CommandLine", "only this connection")},
          {"provider", "P", QT_TRANSLATE_NOOP("CommandLine", "only this provider")},
          {"class", "C", QT_TRANSLATE_NOOP("CommandLine", "only this class of failure")},
          {"stage", "S", QT_TRANSLATE_NOOP("CommandLine", "only this stage")},
          {"since", "T",
           QT_TRANSLATE_NOOP("CommandLine", "from this time on: RFC 3339, or 7d for 7 days")},
          {"until", "T", QT_TRANSLATE_NOOP("CommandLine", "up to this time")},
          {"search", "TEXT", QT_TRANSLATE_NOOP("CommandLine", "only what contains TEXT")},
          {"unresolved", nullptr, QT_TRANSLATE_NOOP("CommandLine", "only what still stands")},
          {"csv", nullptr, QT_TRANSLATE_NOOP("CommandLine", "print a table for a spreadsheet")}},
         QT_TRANSLATE_NOOP("CommandLine", "what went wrong, and what mended")},
        {"diagnose",
         "[FILE]",
         0,
         1,
         {{"provider", "P", QT_TRANSLATE_NOOP("CommandLine", "the provider it is about")}},
         QT_TRANSLATE_NOOP("CommandLine", "what an error text means, and what helps")},
        {"lint-request",
         "[FILE]",
         0,
         1,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "what is unsafe in a request, and the safe form")},
        {"export",
         "[FILE]",
         0,
         1,
         {{"force", nullptr, QT_TRANSLATE_NOOP("CommandLine", "replace FILE if there is one")}},
         QT_TRANSLATE_NOOP("CommandLine",
                           "write the connections without secrets, for another computer")},
        {"import",
         "FILE",
         1,
         1,
         {{"yes", nullptr,
           QT_TRANSLATE_NOOP("CommandLine", "the servers that the file names are yours")}},
         QT_TRANSLATE_NOOP("CommandLine",
                           "add the connections that “export” wrote, to be authorised here")},
        {"support",
         "NAME",
         1,
         1,
         {{"output", "FILE.zip", QT_TRANSLATE_NOOP("CommandLine", "where to write the packet"),
           false, "-o"},
          {"doing", "TEXT", QT_TRANSLATE_NOOP("CommandLine", "what you were doing when it failed")},
          {"names", nullptr,
           QT_TRANSLATE_NOOP("CommandLine",
                             "leave the names of people, shops and organisations in")},
          {"force", nullptr, QT_TRANSLATE_NOOP("CommandLine", "replace FILE if there is one")}},
         QT_TRANSLATE_NOOP("CommandLine",
                           "write what a support team asks for, without secrets, into a ZIP file")},
        {"doctor",
         "",
         0,
         0,
         {},
         QT_TRANSLATE_NOOP("CommandLine", "test what Relink needs from this computer")},
    };
    return all;
}

const CommandSpec *commandNamed(const QString &name)
{
    for (const CommandSpec &command : commands()) {
        if (name == QLatin1StringView(command.name))
            return &command;
    }
    return nullptr;
}

QString written(const OptionSpec &option)
{
    QString text = option.letter ? QString(QLatin1StringView(option.letter))
                                 : QString(u"--"_s % QLatin1StringView(option.name));
    if (option.value)
        text += u' ' % QLatin1StringView(option.value);
    return text;
}

const OptionSpec *find(const QList<OptionSpec> &options, const QString &name)
{
    for (const OptionSpec &option : options) {
        if (name == QLatin1StringView(option.name))
            return &option;
    }
    return nullptr;
}

QString usageOf(const QString &command)
{
    const auto one = [](const CommandSpec &spec) {
        QString text = u"relink "_s % QLatin1StringView(spec.name);
        if (*spec.positionals)
            text += u' ' % QString::fromUtf8(spec.positionals);
        for (const OptionSpec &option : spec.options) {
            text += option.letter ? QString(u' ' % written(option))
                                  : QString(u" ["_s % written(option) % u']');
            if (option.repeatable)
                text += u'…';
        }
        return text;
    };
    if (const CommandSpec *spec = commandNamed(command))
        return one(*spec);
    if (command == "providers"_L1) {
        return u"relink providers list | show ID | validate FILE… | add FILE | remove ID"_s;
    }
    return translate("CommandLine", "relink [COMMAND] [OPTION…]; relink --help lists the commands");
}

//! What a command does beyond its one line; empty for most.
static QString noteOn(const QString &command)
{
    if (command == "export"_L1) {
        return translate("CommandLine",
                         "Without FILE, or with “-”, the document goes to standard output. "
                         "Provider packs of your own are only named in it; copy their files "
                         "along.");
    }
    if (command == "support"_L1) {
        return translate("CommandLine",
                         "Secrets are replaced, and so are the names of people, shops and "
                         "organisations unless you say --names; support.txt lists what was. The "
                         "file is for you alone to read: send it where you ask for help.");
    }
    if (command == "diagnose"_L1) {
        return translate("CommandLine",
                         "Reads any text with an error in it, 4 MiB at most: an e-mail, a log, a "
                         "page. Without FILE, or with “-”, it reads standard input. Nothing of it "
                         "is kept, and secrets are not shown. Ends with 0 for any answer, with 2 "
                         "for an empty text or a file that cannot be read.");
    }
    if (command == "lint-request"_L1) {
        return translate("CommandLine",
                         "Reads an address, a curl command, raw HTTP or a script, 4 MiB at most. "
                         "Without FILE, or with “-”, it reads standard input. Nothing is sent, and "
                         "no secret is shown. Ends with 0 whatever is found, with 2 for an empty "
                         "text or a file that cannot be read.");
    }
    if (command == "import"_L1) {
        return translate("CommandLine",
                         "“-” is standard input. A connection whose name is taken is left out, "
                         "and so is one whose provider is not here. Where anything in the file is "
                         "wrong, nothing is added. Servers that the file names are shown and asked "
                         "about first; where nobody can be asked, --yes is needed.");
    }
    if (command == "connect"_L1 || command == "reauthorize"_L1) {
        return translate("CommandLine",
                         "Some providers keep the access themselves, so Relink can ask nobody: it "
                         "says what to set up there and asks you whether that is done. --yes says "
                         "so beforehand, and the command ends with 0; with any other provider "
                         "--yes is refused.");
    }
    if (command == "check"_L1 || command == "reconnect"_L1) {
        return translate("CommandLine",
                         "Some providers keep the access themselves, so Relink can ask nobody and "
                         "keeps what you say: “reconnect” shows what to do there and asks whether "
                         "it works, “check NAME --told works” or “--told stopped” says so "
                         "beforehand.");
    }
    if (command == "pair"_L1 || command == "unpair"_L1) {
        return translate("CommandLine",
                         "A pair is one accounting connection and one shop, marketplace or till, "
                         "in either order. PAIR is its name or its id; without --name it is named "
                         "after the two. “relink status” shows the pairs.");
    }
    return {};
}

QString helpText(const QString &command)
{
    QString text;
    const auto line = [&text](const QString &left, const char *right) {
        text += u"  "_s % left.leftJustified(34) % translate("CommandLine", right) % u'\n';
    };
    if (const CommandSpec *spec = commandNamed(command)) {
        text += usageOf(command) % u"\n\n"_s % translate("CommandLine", spec->help) % u"\n\n"_s;
        if (const QString note = noteOn(command); !note.isEmpty())
            text += note % u"\n\n"_s;
        for (const OptionSpec &option : spec->options)
            line(written(option), option.help);
    } else {
        text += translate("CommandLine",
                          "Relink keeps the accounts that a shop depends on connected. Without a "
                          "command it opens its window.")
            % u"\n\n"_s;
        for (const CommandSpec &each : commands()) {
            line(QLatin1StringView(each.name) % u' ' % QString::fromUtf8(each.positionals),
                 each.help);
        }
        text += u'\n';
    }
    for (const OptionSpec &option : commonOptions())
        line(written(option), option.help);
    text += u'\n'
        % translate("CommandLine",
                    "NAME is the name of a connection or its id. Exit codes: 0 done, 1 something "
                    "asked for is red, 2 usage, 3 failed or could not be verified, 4 keychain "
                    "locked or missing, 5 cancelled, declined or timed out.")
        % u'\n';
    // In the help of one command it would bury what that command takes.
    if (!commandNamed(command)) {
        text += translate("CommandLine",
                          "With --practice type: any client ID, the client secret %1, the user %2 "
                          "with the password %3, the API key %4.")
                    .arg(u"practice-secret"_s, u"practice"_s, u"practice-password"_s,
                         u"practice-key"_s)
            % u'\n';
    }
    return text;
}

} // namespace relink::cli
