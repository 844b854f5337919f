// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/connectionname.h"

#include "core/rules/hiddencharacter.h"
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

//! What is said of a name, by what has it.
struct Complaints
{
    QString missing;
    QString tooLong;
    QString control;
};

std::optional<QString> nameProblem(const QString &name, const Complaints &complaints)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return complaints.missing;
    if (trimmed.size() > longestConnectionName)
        return complaints.tooLong.arg(longestConnectionName);
    if (std::any_of(trimmed.begin(), trimmed.end(), isControl))
        return complaints.control;
    // Two names that look alike would be two connections.
    if (const auto hidden = hiddenCharacterIn(trimmed)) {
        return u"A name must not hold invisible characters; U+%1 stands at position %2."_s
            .arg(hexadecimal(hidden->codePoint))
            .arg(hidden->position);
    }
    // A script that hands such a name on would give an option.
    if (trimmed.startsWith(u'-'))
        return u"A name must not begin with a hyphen: the command line would take it for an option."_s;
    return std::nullopt;
}

} // namespace

std::optional<QString> connectionNameProblem(const QString &name)
{
    static const Complaints complaints {
        u"A connection needs a name."_s,
        u"This name is too long: a connection's name has at most %1 characters."_s,
        u"A connection's name must not hold a line break or another control character."_s};
    return nameProblem(name, complaints);
}

std::optional<QString> pairNameProblem(const QString &name)
{
    static const Complaints complaints {
        u"A pair needs a name."_s,
        u"This name is too long: a pair's name has at most %1 characters."_s,
        u"A pair's name must not hold a line break or another control character."_s};
    return nameProblem(name, complaints);
}

std::optional<QString> productNameProblem(const QString &name)
{
    static const Complaints complaints {
        {},
        u"This name is too long: a product's name has at most %1 characters."_s,
        u"A product's name must not hold a line break or another control character."_s};
    return name.trimmed().isEmpty() ? std::nullopt : nameProblem(name, complaints);
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
