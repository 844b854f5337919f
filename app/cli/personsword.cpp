// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/personsword.h"

#include "cli/terminal.h"
#include "words/translate.h"

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

//! The words of a person for an answer, by the whole of it or its first letter.
bool says(const QString &typed, const QString &english, const QString &translated)
{
    for (const QString &word : {english, translated}) {
        if (typed == word || typed == word.left(1))
            return true;
    }
    return false;
}

} // namespace

std::optional<PersonsWord> personsWord(const QByteArray &line)
{
    const QString typed = QString::fromUtf8(line).simplified();
    if (typed.isEmpty())
        return PersonsWord {};
    const QString first = typed.section(u' ', 0, 0).toLower();
    const QString reason = typed.section(u' ', 1);
    if (says(first, u"done"_s, translate("CommandLine", "done")) && reason.isEmpty())
        return PersonsWord {};
    if (says(first, u"no"_s, translate("CommandLine", "no")))
        return PersonsWord {PersonsWord::Kind::NotPossible, reason};
    if (says(first, u"skip"_s, translate("CommandLine", "skip")))
        return PersonsWord {PersonsWord::Kind::Skipped, reason};
    return std::nullopt;
}

void askPersonsWord(Terminal &terminal, const std::function<void(std::optional<PersonsWord>)> &then)
{
    terminal.prompt(translate("CommandLine",
                              "Press Enter when it is done. Type “no” if it is not possible or "
                              "“skip”, with the reason behind it: "));
    terminal.readLine(Terminal::Echo::On, [&terminal, then](const std::optional<QByteArray> &line) {
        if (!line)
            return then(std::nullopt);
        if (const auto word = personsWord(*line))
            return then(word);
        terminal.errLine(translate("CommandLine", "Please press Enter, or type “no” or “skip”."));
        askPersonsWord(terminal, then);
    });
}

void askOption(Terminal &terminal, const QStringList &options, bool mayBeSkipped,
               const std::function<void(std::optional<int>)> &then)
{
    for (qsizetype i = 0; i < options.size(); ++i)
        terminal.errLine(u"  %1. %2"_s.arg(i + 1).arg(options.at(i)));
    terminal.prompt(mayBeSkipped ? translate(
                        "CommandLine", "Type a number, or press Enter to go on without an answer: ")
                                 : translate("CommandLine", "Type a number: "));
    terminal.readLine(
        Terminal::Echo::On,
        [&terminal, options, mayBeSkipped, then](const std::optional<QByteArray> &line) {
            if (!line)
                return then(std::nullopt);
            const QByteArray typed = line->trimmed();
            if (typed.isEmpty() && mayBeSkipped)
                return then(-1);
            bool isNumber = false;
            const int number = typed.toInt(&isNumber);
            if (isNumber && number >= 1 && number <= options.size())
                return then(number - 1);
            terminal.errLine(translate("CommandLine", "Please type a number between 1 and %1.")
                                 .arg(options.size()));
            askOption(terminal, options, mayBeSkipped, then);
        });
}

} // namespace relink::cli
