// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/hiddencharacter.h"

namespace relink {

namespace {

constexpr char32_t nonJoiner = 0x200C;
constexpr char32_t joiner = 0x200D;

//! Letters by category that nevertheless show nothing.
bool isBlankLetter(char32_t c)
{
    return c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x3164 || c == 0xFFA0;
}

//! Tags and the second block of variation selectors: text can be smuggled in them.
bool isTag(char32_t c)
{
    return c >= 0xE0000 && c <= 0xE0FFF;
}

//! Beside such a character a joiner changes nothing that shows; 0 is the edge of a text.
bool standsAlone(char32_t c)
{
    if (c < 0x80 || isHidden(c))
        return true;
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Latin || script == QChar::Script_Greek
        || script == QChar::Script_Cyrillic;
}

} // namespace

bool isHidden(char32_t codePoint)
{
    switch (QChar::category(codePoint)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return isBlankLetter(codePoint) || isTag(codePoint);
    }
}

char32_t codePointAt(QStringView text, qsizetype at, int *units)
{
    const QChar first = text.at(at);
    *units = 1;
    if (first.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()) {
        *units = 2;
        return QChar::surrogateToUcs4(first, text.at(at + 1));
    }
    return first.unicode();
}

QString hexadecimal(char32_t codePoint)
{
    return QString::number(codePoint, 16).toUpper().rightJustified(4, u'0');
}

std::optional<HiddenCharacter> hiddenCharacterIn(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t c = characters.at(i);
        if (!isHidden(c))
            continue;
        const bool shapes = (c == joiner || c == nonJoiner)
            && !standsAlone(i > 0 ? characters.at(i - 1) : 0)
            && !standsAlone(i + 1 < characters.size() ? characters.at(i + 1) : 0);
        if (!shapes)
            return HiddenCharacter {c, i + 1};
    }
    return std::nullopt;
}

} // namespace relink
