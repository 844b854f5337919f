// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/connectionname.h"

#include "core/rules/plaintext.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype roomForNumber = 12;

//! What would begin another line, or steer the terminal that shows it.
bool isControl(QChar c)
{
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

} // namespace

std::optional<QString> connectionNameProblem(const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return u"A connection needs a name."_s;
    if (trimmed.size() > longestConnectionName)
        return u"This name is too long: a connection's name has at most %1 characters."_s.arg(
            longestConnectionName);
    if (std::any_of(trimmed.begin(), trimmed.end(), isControl))
        return u"A connection's name must not hold a line break or another control character."_s;
    // A script that hands such a name on would give an option.
    if (trimmed.startsWith(u'-'))
        return u"A name must not begin with a hyphen: the command line would take it for an option."_s;
    return std::nullopt;
}

QString usableConnectionName(const QString &wanted)
{
    constexpr qsizetype most = longestConnectionName - roomForNumber;
    if (!connectionNameProblem(wanted) && wanted.size() <= most)
        return wanted;
    QString usable = plainText(wanted.trimmed(), int(most));
    if (usable.startsWith(u'-'))
        usable[0] = u'–';
    return usable;
}

} // namespace relink
