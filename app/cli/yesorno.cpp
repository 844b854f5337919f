// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/yesorno.h"

#include "cli/terminal.h"
#include "words/translate.h"

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

std::optional<bool> yesOrNo(const QByteArray &line)
{
    const QString typed = QString::fromUtf8(line).trimmed().toLower();
    if (typed.isEmpty())
        return std::nullopt;
    for (const QString &yes : {u"yes"_s, translate("CommandLine", "yes")}) {
        if (typed == yes || typed == yes.left(1))
            return true;
    }
    for (const QString &no : {u"no"_s, translate("CommandLine", "no")}) {
        if (typed == no || typed == no.left(1))
            return false;
    }
    return std::nullopt;
}

void askYesOrNo(Terminal &terminal, const QString &question, std::optional<bool> enter,
                const std::function<void(std::optional<bool>)> &then)
{
    terminal.prompt(question);
    terminal.readLine(Terminal::Echo::On,
                      [&terminal, question, enter, then](const std::optional<QByteArray> &line) {
                          if (!line)
                              return then(std::nullopt);
                          const auto answer = line->trimmed().isEmpty() ? enter : yesOrNo(*line);
                          if (answer)
                              return then(answer);
                          terminal.errLine(translate("CommandLine", "Please type “yes” or “no”."));
                          askYesOrNo(terminal, question, enter, then);
                      });
}

} // namespace relink::cli
