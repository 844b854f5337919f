// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/plaintext.h"

#include "core/rules/hiddencharacter.h"

#include <QStringView>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! Nearly all text; spares it the look into the Unicode tables.
bool isPlainAscii(QChar c)
{
    return c >= u' ' && c <= u'~';
}

bool isLineBreak(char32_t c)
{
    return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028
        || c == 0x2029;
}

} // namespace

QString plainText(const QString &text, int maximum)
{
    const QStringView source = QStringView(text).trimmed();
    if (maximum <= 0 || source.isEmpty())
        return {};

    if (source.size() <= maximum && std::all_of(source.begin(), source.end(), isPlainAscii))
        return source.toString();

    QString result;
    qsizetype cut = 0; // how much of the result may stay if an ellipsis must follow
    int units = 1;
    for (qsizetype i = 0; i < source.size(); i += units) {
        const char32_t c = codePointAt(source, i, &units);
        QString piece;
        if (isLineBreak(c)) {
            while (i + units < source.size() && isLineBreak(source.at(i + units).unicode()))
                ++i;
            piece = u" ⏎ "_s;
        } else if (c == '\t') {
            piece = u" "_s;
        } else if (isHidden(c)) {
            piece = u"⟨U+" % hexadecimal(c) % u"⟩";
        } else {
            piece = source.mid(i, units).toString();
        }
        if (result.size() + piece.size() > maximum)
            return result.left(cut) % u"…";
        result += piece;
        if (result.size() < maximum)
            cut = result.size();
    }
    return result;
}

QString oneLine(const QString &text)
{
    QString result;
    result.reserve(text.size());
    const QStringView source(text);
    int units = 1;
    for (qsizetype i = 0; i < source.size(); i += units) {
        const char32_t c = codePointAt(source, i, &units);
        if (c == '\n')
            result += "\\n"_L1;
        else if (c == '\r')
            result += "\\r"_L1;
        else if (c == '\t')
            result += "\\t"_L1;
        else if (isHidden(c))
            result += u"\\u{" % hexadecimal(c) % u"}";
        else
            result += source.mid(i, units);
    }
    return result;
}

} // namespace relink
