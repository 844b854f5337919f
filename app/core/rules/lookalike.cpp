// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/lookalike.h"

#include <QList>
#include <QStringView>

#include <algorithm>
#include <array>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

template <size_t N>
bool isIn(const std::array<Range, N> &ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const Range &range) { return c >= range.first && c <= range.last; });
}

//! Basic Latin, Latin-1 and Latin Extended-A, without × and ÷, the two-letter ŉ and the long s.
bool isLatin(char32_t c)
{
    static constexpr std::array<Range, 6> letters {
        {{U'A', U'Z'}, {U'a', U'z'}, {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x148}, {0x14a, 0x17e}}};
    return isIn(letters, c);
}

//! Han, Hiragana, Katakana and whole Hangul syllables: no fillers, no halves, no full width.
bool isEastAsian(char32_t c)
{
    static constexpr std::array<Range, 7> letters {{{0x3005, 0x3005},
                                                    {0x3041, 0x3096},
                                                    {0x30a1, 0x30fa},
                                                    {0x30fc, 0x30fc},
                                                    {0x3400, 0x4dbf},
                                                    {0x4e00, 0x9fff},
                                                    {0xac00, 0xd7a3}}};
    return isIn(letters, c);
}

//! Digits and signs: those of a keyboard, dashes, the apostrophe, ®, © and ™.
bool isSign(char32_t c)
{
    static constexpr std::array<Range, 6> signs {{{U' ', U'@'},
                                                  {U'[', U'`'},
                                                  {U'{', U'~'},
                                                  {0x2013, 0x2014},
                                                  {0x2019, 0x2019},
                                                  {0x2122, 0x2122}}};
    return isIn(signs, c) || c == 0xa9 || c == 0xae;
}

//! A letter, and the digits, signs and letters with a stroke that pass for it.
struct Passing
{
    QLatin1StringView letter;
    QStringView others;
};

constexpr Passing passing[] = {
    {"a"_L1, u"4@"}, {"b"_L1, u"8"},  {"d"_L1, u"đð"}, {"e"_L1, u"3"},
    {"g"_L1, u"9"},  {"h"_L1, u"ħ"},  {"k"_L1, u"ĸ"},  {"l"_L1, u"i1|!łı"},
    {"n"_L1, u"ŋ"},  {"o"_L1, u"0ø"}, {"p"_L1, u"þ"},  {"s"_L1, u"5$"},
    {"t"_L1, u"7ŧ"}, {"z"_L1, u"2"},  {"ae"_L1, u"æ"}, {"oe"_L1, u"œ"},
};

QString letterFor(QChar c)
{
    for (const Passing &row : passing) {
        if (row.others.contains(c))
            return row.letter;
    }
    return c.isLetterOrNumber() ? QString(c) : QString();
}

} // namespace

QString readAs(const QString &name)
{
    QString plain = name;
    // ™ would become letters.
    plain.removeIf([](QChar c) { return c.category() == QChar::Symbol_Other; });
    plain = plain.normalized(QString::NormalizationForm_KD);
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    QString result;
    for (const QChar c : plain.toCaseFolded())
        result += letterFor(c);
    return result.replace("rn"_L1, "m"_L1).replace("vv"_L1, "w"_L1);
}

bool hasPlainLetters(const QString &name)
{
    char32_t before = U' ';
    // A letter with its accent apart is the same letter.
    for (const char32_t c : name.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (!isLatin(c) && !isEastAsian(c) && !isSign(c))
            return false;
        if ((isLatin(before) && isEastAsian(c)) || (isEastAsian(before) && isLatin(c)))
            return false;
        before = c;
    }
    return true;
}

} // namespace relink
