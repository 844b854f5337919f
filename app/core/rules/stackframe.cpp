// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/stackframe.h"

#include <QRegularExpression>

#include <array>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! .NET names the frame in the system's language.
bool isNetFrame(QStringView line)
{
    static constexpr std::array words {u"at ",  u"bei ", u"\u00e0 ", u"en ",
                                       u"bij ", u"em ",  u"in "};
    for (const QStringView word : words) {
        if (!line.startsWith(word))
            continue;
        const QStringView method = line.mid(word.size());
        const qsizetype bracket = method.indexOf(u'(');
        const QStringView name = method.left(bracket);
        return bracket > 0 && name.contains(u'.') && !name.contains(u' ');
    }
    return false;
}

} // namespace

bool isStackFrame(QStringView line)
{
    const QStringView bare = line.trimmed();
    if (isNetFrame(bare))
        return true;
    static const QRegularExpression nodeFrame(
        uR"(^at (?:(?:async |new )?\S+(?: \[as [^\]]+\])? ?\(.*\)?$|\S+:\d+(?::\d+)?\)?$|.*:\d+:\d+\)?$))"_s);
    if (bare.startsWith(u"at ") && nodeFrame.match(bare.toString()).hasMatch())
        return true;
    if (bare.startsWith(u"File \"") && bare.contains(u", line "))
        return true;
    if (bare.size() > 3 && bare.startsWith(u'#') && bare.at(1).isDigit()
        && (bare.contains(u".php") || bare.contains(u"->") || bare.contains(u"::")
            || bare.contains(u"{main}"))) {
        return true;
    }
    // The first line of a Ruby trace says what happened behind the place.
    if (bare.contains(u".rb:") && bare.contains(u":in ") && !bare.contains(u"': "))
        return true;
    return bare.startsWith(u"... ") && bare.endsWith(u" more");
}

void blankCodePlaces(QString &line)
{
    static const QRegularExpression place(
        uR"(\bat (?:[\w`<>+\[\],]{1,80}\.){1,12}[\w`<>\[\].]{1,80}\([^()]{0,300}\)(?: in \S{1,300}:line \d+)?)"
        uR"(|#\d{1,3} \S{1,300}\(\d{1,6}\): [^#]{0,500}|\sthrown in (?=[/\\]|[A-Z]:))"
        uR"(|(?:[A-Za-z]:)?[/\\][^\s:?&"'<>]{1,200}\.(?:php|py|rb|js|mjs|ts|cs|java|go)\b(?:[:(]\d+\)?|:line \d+)*)"_s);
    if (!line.contains(u'(') && !line.contains(u'/') && !line.contains(u'\\'))
        return;
    auto found = place.globalMatch(line);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        line.replace(match.capturedStart(), match.capturedLength(),
                     QString(match.capturedLength(), u' '));
    }
}

} // namespace relink
