// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textfolder.h"

#include <array>

namespace relink {

namespace {

//! One character for what stands escaped at a place, and how long the escape is.
struct Unescaped
{
    QChar character;
    qsizetype length = 0;
};

int hexValue(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    if (u >= u'A' && u <= u'F')
        return u - u'A' + 10;
    return -1;
}

//! %XX of an ASCII character, also where the percent sign was itself encoded.
Unescaped percentEscape(QStringView text, qsizetype at)
{
    qsizetype i = at + 1;
    while (i + 1 < text.size() && text.at(i) == u'2' && text.at(i + 1) == u'5')
        i += 2;
    if (i + 1 >= text.size())
        return {};
    const int high = hexValue(text.at(i));
    const int low = hexValue(text.at(i + 1));
    const int value = high * 16 + low;
    if (high < 0 || low < 0 || value > 0x7e)
        return {};
    return {value < 0x20 ? QChar(u' ') : QChar(char16_t(value)), i + 2 - at};
}

//! \" \/ \n and \u0022, with any number of backslashes.
Unescaped backslashEscape(QStringView text, qsizetype at)
{
    qsizetype i = at;
    while (i < text.size() && text.at(i) == u'\\')
        ++i;
    if (i >= text.size())
        return {u' ', i - at};
    const QChar c = text.at(i);
    if (c == u'n' || c == u'r' || c == u't')
        return {u' ', i + 1 - at};
    if (c == u'u' && i + 4 < text.size()) {
        int value = 0;
        for (qsizetype k = i + 1; k <= i + 4; ++k) {
            const int digit = hexValue(text.at(k));
            if (digit < 0)
                return {u' ', i - at};
            value = value * 16 + digit;
        }
        return {QChar(char16_t(value)), i + 5 - at};
    }
    if (c == u'x' && i + 2 < text.size()) {
        const int value = hexValue(text.at(i + 1)) * 16 + hexValue(text.at(i + 2));
        if (value >= 0x20 && value <= 0x7e)
            return {QChar(char16_t(value)), i + 3 - at};
        return {u' ', i - at};
    }
    if (c == u'"' || c == u'\'' || c == u'/')
        return {c, i + 1 - at};
    return {u'\\', i - at};
}

//! =22 of a mail that was sent as quoted-printable.
Unescaped printableEscape(QStringView text, qsizetype at)
{
    if (at + 2 >= text.size())
        return {};
    const int high = hexValue(text.at(at + 1));
    const int low = hexValue(text.at(at + 2));
    if (high < 0 || low < 0)
        return {};
    const int value = high * 16 + low;
    return {value < 0x20 || value > 0x7e ? QChar(u' ') : QChar(char16_t(value)), 3};
}

Unescaped htmlEntity(QStringView text, qsizetype at)
{
    struct Entity
    {
        QStringView name;
        char16_t character;
    };
    static constexpr std::array entities {
        Entity {u"quot;", u'"'},  Entity {u"apos;", u'\''},  Entity {u"#39;", u'\''},
        Entity {u"#039;", u'\''}, Entity {u"#x27;", u'\''},  Entity {u"#34;", u'"'},
        Entity {u"lt;", u'<'},    Entity {u"gt;", u'>'},     Entity {u"nbsp;", u' '},
        Entity {u"#160;", u' '},  Entity {u"rsquo;", u'\''}, Entity {u"lsquo;", u'\''},
        Entity {u"ldquo;", u'"'}, Entity {u"rdquo;", u'"'},  Entity {u"#8217;", u'\''},
    };
    qsizetype i = at + 1;
    while (text.mid(i).startsWith(u"amp;"))
        i += 4;
    for (const Entity &entity : entities) {
        if (text.mid(i).startsWith(entity.name, Qt::CaseInsensitive))
            return {QChar(entity.character), i + entity.name.size() - at};
    }
    return i > at + 1 ? Unescaped {u'&', i - at} : Unescaped {};
}

//! Straight quotes, plain dashes and letters without accents; a null character for what is not
//! seen at all.
QChar folded(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return c.toLower();
    if ((u >= 0x2018 && u <= 0x201b) || u == 0x2032 || u == 0x00b4)
        return u'\'';
    if ((u >= 0x201c && u <= 0x201f) || u == 0x2033 || u == 0x00ab || u == 0x00bb)
        return u'"';
    if (u >= 0x2010 && u <= 0x2015)
        return u'-';
    if (c.isSpace())
        return u' ';
    if (c.category() == QChar::Other_Format || c.category() == QChar::Mark_NonSpacing)
        return {};
    const QString decomposed = c.decomposition();
    if (!decomposed.isEmpty() && c.isLetter())
        return decomposed.front().toLower();
    return c.toLower();
}

//! One of the capitals of a wOrD tHaT sWiNgS.
bool swings(QStringView text, qsizetype at)
{
    const auto isUpper = [text](qsizetype i) { return i < text.size() && text.at(i).isUpper(); };
    const auto isLetter = [text](qsizetype i) { return i < text.size() && text.at(i).isLetter(); };
    return isUpper(at - 2) && !isUpper(at + 1)
        && (isUpper(at + 2) || !isLetter(at + 1) || !isLetter(at + 2));
}

//! A capital that begins a word inside tokenExpired or APIKey; OAuth, eBay and IDs stay whole.
bool startsWord(QStringView text, qsizetype at)
{
    if (at < 2 || at + 1 >= text.size() || !text.at(at).isUpper())
        return false;
    const QChar before = text.at(at - 1);
    const QChar next = text.at(at + 1);
    if (before.isLower())
        return text.at(at - 2).isLetter() && !swings(text, at);
    if (!next.isLower())
        return false;
    if (before.isDigit())
        return true;
    const bool plural = next == u's' && (at + 2 >= text.size() || !text.at(at + 2).isLetter());
    return before.isUpper() && !plural && !(before == u'O' && text.mid(at).startsWith(u"Auth"));
}

//! A sign that only joins words.
bool joinsWords(QStringView text, qsizetype at)
{
    if (at == 0 || at + 1 >= text.size())
        return false;
    const QChar before = text.at(at - 1);
    const QChar next = text.at(at + 1);
    if (text.at(at) == u'_')
        return before.isLetterOrNumber() && next.isLetterOrNumber();
    return text.at(at) == u'-' && before.isLetter() && next.isLetter();
}

} // namespace

void TextFolder::add(QChar c, qsizetype origin)
{
    c = folded(c);
    if (c.isNull() || (c == u' ' && (text.isEmpty() || text.back() == u' ')))
        return;
    text += c;
    origins += origin;
}

void TextFolder::addLine(QStringView line, qsizetype begin)
{
    const bool softBreak = m_quotedPrintable && line.endsWith(u'=');
    if (softBreak)
        line.chop(1);
    for (qsizetype i = 0; i < line.size();) {
        const QChar c = line.at(i);
        Unescaped seen;
        if (c == u'\\')
            seen = backslashEscape(line, i);
        else if (c == u'%')
            seen = percentEscape(line, i);
        else if (c == u'&')
            seen = htmlEntity(line, i);
        else if (c == u'=' && m_quotedPrintable)
            seen = printableEscape(line, i);
        else if (c == u'+' && i > 0 && line.at(i - 1).isLetter() && i + 1 < line.size()
                 && line.at(i + 1).isLetter())
            seen = {u' ', 1};
        if (seen.length == 0) {
            seen = {c, 1};
            if (m_words == Words::Apart) {
                if (startsWord(line, i))
                    add(u' ', begin + i);
                else if (joinsWords(line, i))
                    seen.character = u' ';
            }
        }
        add(seen.character, begin + i);
        i += seen.length;
    }
    if (!softBreak)
        add(u' ', begin + line.size());
}

} // namespace relink
