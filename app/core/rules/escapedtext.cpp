// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/escapedtext.h"

#include "core/rules/secrettext.h"

#include <algorithm>

namespace relink {

namespace {

bool isHexadecimal(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

//! The quotes that word processors and mail programs set in place of this one; empty: it is none.
QStringView typographicQuotesLike(QChar c)
{
    for (const QStringView quotes : {u"\u201c\u201d\u201e\u201f", u"\u2018\u2019\u201a\u201b"}) {
        if (quotes.contains(c))
            return quotes;
    }
    return {};
}

} // namespace

qsizetype EscapedText::percentEscape(qsizetype i) const
{
    if (at(i) != u'%')
        return 0;
    qsizetype end = i + 1;
    while (at(end) == u'2' && at(end + 1) == u'5')
        end += 2;
    return isHexadecimal(at(end)) && isHexadecimal(at(end + 1)) ? end + 2 - i
        : end > i + 1                                           ? end - i
                                                                : 0;
}

qsizetype EscapedText::percentEscapeOf(qsizetype i, char16_t c) const
{
    const qsizetype length = percentEscape(i);
    if (length < 3)
        return 0;
    return m_text.mid(i + length - 2, 2).toInt(nullptr, 16) == c ? length : 0;
}

qsizetype EscapedText::quote(qsizetype i, qsizetype *slashes) const
{
    qsizetype end = i;
    while (at(end) == u'\\')
        ++end;
    *slashes = end - i;
    if (at(end) == u'"' || at(end) == u'\'' || !typographicQuotesLike(at(end)).isEmpty())
        return end + 1 - i;
    if (m_text.mid(i, 6) == u"&quot;")
        return 6;
    return percentEscapeOf(i, u'"');
}

qsizetype EscapedText::endOfQuoted(qsizetype start, QStringView opening, qsizetype slashes) const
{
    const QChar mark = opening.back();
    const bool entity = mark == u';';
    const bool percent = opening.front() == u'%';
    const QStringView typographic = typographicQuotesLike(mark);
    qsizetype run = 0;
    for (qsizetype i = start; i < m_text.size(); ++i) {
        if (isLineBreak(at(i)))
            return i;
        if (at(i) == u'\\') {
            ++run;
            continue;
        }
        if (entity || percent) {
            if (m_text.mid(i, opening.size()) == opening)
                return i;
        } else if (!typographic.isEmpty() && typographic.contains(at(i))) {
            return i;
        } else if (at(i) == mark && run % (2 * (slashes + 1)) == slashes) {
            return i - slashes;
        }
        run = 0;
    }
    return m_text.size();
}

bool EscapedText::isAfterElementPrefix(qsizetype start) const
{
    qsizetype i = start - 2;
    const qsizetype bound = std::max<qsizetype>(0, start - 40);
    while (i > bound && isKeyCharacter(at(i)))
        --i;
    return at(i) == u'<';
}

} // namespace relink
