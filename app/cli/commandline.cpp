// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"

#include "cli/commandtable.h"
#include "core/rules/plaintext.h"
#include "words/translate.h"

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

//! An option of any command; whether it belongs to the one that was given is asked later.
const OptionSpec *anyOption(const QString &name)
{
    if (const OptionSpec *common = find(commonOptions(), name))
        return common;
    for (const CommandSpec &command : commands()) {
        if (const OptionSpec *own = find(command.options, name))
            return own;
    }
    return nullptr;
}

//! "-o"; the value is the argument after it.
const OptionSpec *optionOfLetter(const QString &argument)
{
    for (const CommandSpec &command : commands()) {
        for (const OptionSpec &option : command.options) {
            if (option.letter && argument == QLatin1StringView(option.letter))
                return &option;
        }
    }
    return nullptr;
}

class Parser
{
public:
    explicit Parser(const QStringList &arguments)
        : m_arguments(arguments)
    {
        // Known first, so that also the complaint about another argument is told as JSON.
        for (const QString &argument : arguments) {
            if (argument == "--"_L1)
                break;
            if (argument == "--json"_L1)
                m_line.json = true;
        }
    }

    Result<CommandLine, UsageError> run()
    {
        if (const auto problem = split())
            return *problem;
        if (const auto problem = nameCommand())
            return *problem;
        for (const GivenOption &given : m_given) {
            m_line.help = m_line.help || given.name == "help"_L1;
            m_line.version = m_line.version || given.name == "version"_L1;
        }
        if (m_line.help || m_line.version)
            return m_line;
        if (const auto problem = checkOptions())
            return *problem;
        if (const auto problem = checkArguments())
            return *problem;
        return m_line;
    }

private:
    UsageError wrong(const QString &message) const
    {
        return {message, usageOf(m_line.command), m_line.json};
    }

    std::optional<UsageError> split()
    {
        bool optionsEnded = false;
        for (qsizetype i = 0; i < m_arguments.size(); ++i) {
            const QString &argument = m_arguments[i];
            if (optionsEnded || !argument.startsWith(u'-') || argument == "-"_L1) {
                m_words += argument;
                continue;
            }
            if (argument == "--"_L1) {
                optionsEnded = true;
                continue;
            }
            if (argument == "-h"_L1) {
                m_line.help = true;
                continue;
            }
            const qsizetype equals = argument.indexOf(u'=');
            GivenOption given {argument.mid(2, equals < 0 ? -1 : equals - 2), {}};
            const OptionSpec *spec
                = argument.startsWith("--"_L1) ? anyOption(given.name) : optionOfLetter(argument);
            if (spec && spec->letter && !argument.startsWith("--"_L1))
                given = {QString::fromLatin1(spec->name), {}};
            if (!spec)
                return later(translate("CommandLine", "Unknown option %1.").arg(argument.left(80)));
            if (spec->value && equals >= 0 && argument.startsWith("--"_L1)) {
                given.value = argument.mid(equals + 1);
            } else if (spec->value) {
                // An option as value is written with "=", so that a forgotten value is noticed.
                if (i + 1 >= m_arguments.size() || m_arguments[i + 1].startsWith("--"_L1))
                    return later(translate("CommandLine", "%1 needs a value: %2.")
                                     .arg(argument.left(80), written(*spec)));
                given.value = m_arguments[++i];
            } else if (equals >= 0) {
                return later(
                    translate("CommandLine", "%1 takes no value.").arg(u"--"_s % given.name));
            }
            m_given += given;
        }
        return std::nullopt;
    }

    //! A complaint from before the command is known names the command all the same.
    UsageError later(const QString &message)
    {
        for (const QString &argument : m_arguments) {
            if (!argument.startsWith(u'-'))
                m_words += argument;
        }
        for (const CommandSpec &command : commands()) {
            const QString name = QString::fromLatin1(command.name);
            if (m_words.mid(0, name.count(u' ') + 1).join(u' ') == name)
                m_line.command = name;
        }
        return wrong(message);
    }

    std::optional<UsageError> nameCommand()
    {
        if (m_words.isEmpty())
            return std::nullopt;
        QString name = m_words.takeFirst();
        if (name == "providers"_L1) {
            if (m_words.isEmpty() && !wantsHelp()) {
                m_line.command = name;
                return wrong(translate("CommandLine", "“providers” needs one more word."));
            }
            if (!m_words.isEmpty())
                name += u' ' % m_words.takeFirst();
        }
        if (!commandNamed(name) && !(name == "providers"_L1)) {
            const QString shown = name.left(80);
            return wrong(translate("CommandLine", "There is no command “%1”.").arg(shown));
        }
        m_line.command = name;
        m_line.arguments = m_words;
        return std::nullopt;
    }

    bool wantsHelp() const
    {
        for (const GivenOption &given : m_given) {
            if (given.name == "help"_L1)
                return true;
        }
        return m_line.help;
    }

    std::optional<UsageError> checkOptions()
    {
        const CommandSpec *command = commandNamed(m_line.command);
        for (const GivenOption &given : m_given) {
            if (find(commonOptions(), given.name)) {
                if (const auto problem = takeCommon(given))
                    return problem;
                continue;
            }
            const OptionSpec *own = command ? find(command->options, given.name) : nullptr;
            if (!own) {
                return wrong(
                    command
                        ? translate("CommandLine", "“%1” has no option %2.")
                              .arg(m_line.command, u"--"_s % given.name)
                        : translate("CommandLine", "Unknown option %1.").arg(u"--"_s % given.name));
            }
            if (!own->repeatable && m_line.has(given.name))
                return wrong(
                    translate("CommandLine", "%1 is given twice.").arg(u"--"_s % given.name));
            if (const auto problem = checkValue(given))
                return problem;
            if (const auto problem = checkKey(given))
                return problem;
            m_line.options += given;
        }
        if (!m_line.sandbox.isEmpty() && !m_line.practice)
            return wrong(translate("CommandLine", "--sandbox goes with --practice only."));
        if (m_line.json && m_line.has(u"csv"_s)) {
            return wrong(
                translate("CommandLine", "Choose either --csv or --json, not both at once."));
        }
        return std::nullopt;
    }

    std::optional<UsageError> takeCommon(const GivenOption &given)
    {
        if (given.name == "profile"_L1) {
            if (given.value.isEmpty())
                return wrong(translate("CommandLine", "--profile needs a folder."));
            m_line.profile = given.value;
        } else if (given.name == "no-browser"_L1) {
            m_line.noBrowser = true;
        } else if (given.name == "practice"_L1) {
            m_line.practice = true;
        } else if (given.name == "sandbox"_L1) {
            m_line.sandbox = given.value;
        } else if (given.name == "timeout"_L1) {
            bool isNumber = false;
            const int seconds = given.value.toInt(&isNumber);
            const bool digits = !given.value.isEmpty() && given.value.at(0).isDigit();
            if (!isNumber || !digits || seconds < 1 || seconds > 24 * 3600) {
                return wrong(translate("CommandLine",
                                       "--timeout needs a number of seconds from 1 to 86400."));
            }
            m_line.timeout = std::chrono::seconds(seconds);
        }
        return std::nullopt;
    }

    std::optional<UsageError> checkValue(const GivenOption &given) const
    {
        if ((given.name == "set"_L1 || given.name == "secret-file"_L1)
            && given.value.indexOf(u'=') < 1) {
            return wrong(translate("CommandLine", "%1 needs a key and a value: %2.")
                             .arg(u"--"_s % given.name,
                                  given.name == "set"_L1 ? u"--set KEY=VALUE"_s
                                                         : u"--secret-file KEY=FILE"_s));
        }
        if (given.name == "environment"_L1 && given.value != "production"_L1
            && given.value != "test"_L1) {
            return wrong(translate("CommandLine", "--environment is either production or test."));
        }
        if (given.name == "told"_L1 && given.value != "works"_L1 && given.value != "stopped"_L1)
            return wrong(translate("CommandLine", "--told is either works or stopped."));
        if ((given.name == "secret"_L1 || given.name == "name"_L1 || given.name == "output"_L1)
            && given.value.isEmpty())
            return wrong(translate("CommandLine", "%1 needs a value.").arg(u"--"_s % given.name));
        return std::nullopt;
    }

    //! Which of two values of one key was meant cannot be told.
    std::optional<UsageError> checkKey(const GivenOption &given)
    {
        if (given.name != "set"_L1 && given.name != "secret"_L1 && given.name != "secret-file"_L1)
            return std::nullopt;
        const QString key = given.value.section(u'=', 0, 0);
        if (m_keys.contains(key)) {
            return wrong(translate("CommandLine", "“%1” is given twice.").arg(plainText(key, 60)));
        }
        m_keys += key;
        return std::nullopt;
    }

    std::optional<UsageError> checkArguments() const
    {
        const CommandSpec *command = commandNamed(m_line.command);
        if (!command)
            return std::nullopt;
        if (m_line.arguments.size() < command->least) {
            return wrong(translate("CommandLine", "“%1” needs %2.")
                             .arg(m_line.command, QString::fromUtf8(command->positionals)));
        }
        for (const OptionSpec &option : command->options) {
            if (option.letter && !m_line.has(QString::fromLatin1(option.name))) {
                return wrong(translate("CommandLine", "“%1” needs %2.")
                                 .arg(m_line.command, written(option)));
            }
        }
        if (command->most >= 0 && m_line.arguments.size() > command->most) {
            return wrong(translate("CommandLine", "“%1” does not take “%2”.")
                             .arg(m_line.command, m_line.arguments.value(command->most).left(80)));
        }
        return std::nullopt;
    }

    QStringList m_arguments;
    QStringList m_words;
    QList<GivenOption> m_given;
    QStringList m_keys; //!< of --set, --secret and --secret-file
    CommandLine m_line;
};

} // namespace

bool CommandLine::has(const QString &option) const
{
    return value(option).has_value();
}

std::optional<QString> CommandLine::value(const QString &option) const
{
    std::optional<QString> found;
    for (const GivenOption &given : options) {
        if (given.name == option)
            found = given.value;
    }
    return found;
}

Result<CommandLine, UsageError> parseCommandLine(const QStringList &arguments)
{
    return Parser(arguments).run();
}

bool asksForWindow(const CommandLine &line)
{
    return line.command.isEmpty() && !line.help && !line.version;
}

} // namespace relink::cli
