// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/errortext.h"

#include <algorithm>
#include <array>

namespace relink {

namespace {

constexpr qsizetype longestWhole = 48'000;
constexpr qsizetype longestLine = 1'500;
constexpr qsizetype longestEnds = 4'000;

//! Beginnings of words that failures are told with, in the languages that the rules know. The
//! first three letters of each are looked up for every word of the text.
constexpr std::array<QStringView, 74> beginnings {
    u"error",    u"fail",     u"invalid",  u"unauth",   u"forbid",   u"denied",   u"expire",
    u"revok",    u"refus",    u"timeout",  u"timed",    u"certif",   u"econn",    u"etimed",
    u"enotfound", u"eai_",    u"getaddr",  u"resolve",  u"proxy",    u"oauth",    u"token",
    u"creden",   u"scope",    u"keyring",  u"keychain", u"ssl",      u"tls",      u"clock",
    u"deprec",   u"http/",    u"status",   u"permis",   u"access",   u"login",    u"password",
    u"grant",    u"throttl",  u"rate",     u"limit",    u"reject",   u"incorrect", u"wrong",
    u"unknown",  u"missing",  u"malformed", u"mismatch", u"suspend", u"disabled", u"blocked",
    u"unavail",  u"401",      u"403",      u"407",      u"429",      u"500",      u"502",
    u"503",      u"504",      u"exception", u"client_", u"redirect", u"jwt",      u"abgelauf",
    u"ung",      u"fehl",     u"erreur",   u"jeton",    u"caduc",    u"verlopen", u"ongeldig",
    u"identifi", u"acceso",   u"toegang",  u"handshake",
};

constexpr unsigned hashOf(char16_t a, char16_t b, char16_t c)
{
    return (unsigned(a & 0x1f) << 10 | unsigned(b & 0x1f) << 5 | unsigned(c & 0x1f));
}

std::array<bool, 1u << 15> firstLetters()
{
    std::array<bool, 1u << 15> known {};
    for (const QStringView word : beginnings)
        known[hashOf(word[0].unicode(), word[1].unicode(), word[2].unicode())] = true;
    return known;
}

bool isWordStart(QStringView text, qsizetype i)
{
    if (i == 0)
        return true;
    const QChar before = text.at(i - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(i).isUpper());
}

//! How many different beginnings stand in a line.
int interestOf(QStringView line)
{
    static const std::array<bool, 1u << 15> known = firstLetters();
    quint64 seen[2] = {0, 0};
    for (qsizetype i = 0; i + 2 < line.size(); ++i) {
        if (!known[hashOf(line[i].unicode(), line[i + 1].unicode(), line[i + 2].unicode())]
            || !isWordStart(line, i)) {
            continue;
        }
        for (std::size_t k = 0; k < beginnings.size(); ++k) {
            if (line.mid(i).startsWith(beginnings[k], Qt::CaseInsensitive))
                seen[k / 64] |= quint64(1) << (k % 64);
        }
    }
    return qPopulationCount(seen[0]) + qPopulationCount(seen[1]);
}

struct Line
{
    qsizetype start = 0;
    qsizetype length = 0;
    int interest = 0;
};

QList<Line> linesOf(QStringView text)
{
    QList<Line> lines;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype found = text.mid(begin, longestLine).indexOf(u'\n');
        const qsizetype length = found < 0 ? std::min(longestLine, text.size() - begin) : found + 1;
        const bool atAnEnd = begin < longestEnds || begin + length > text.size() - longestEnds;
        lines.append({begin, length, interestOf(text.mid(begin, length)) + (atAnEnd ? 2 : 0)});
        begin += length;
    }
    return lines;
}

} // namespace

QString linesOfInterest(const QString &pasted, QList<qsizetype> *origins)
{
    if (pasted.size() <= longestWhole)
        return pasted;
    const QStringView text(pasted);
    QList<Line> lines = linesOf(text);
    // Of equally telling lines the later ones: a log ends with what went wrong.
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) {
        return a.interest != b.interest ? a.interest > b.interest : a.start > b.start;
    });
    qsizetype size = 0;
    qsizetype count = 0;
    while (count < lines.size() && lines[count].interest > 0
           && size + lines[count].length <= longestWhole) {
        size += lines[count++].length;
    }
    lines.resize(count);
    std::sort(lines.begin(), lines.end(),
              [](const Line &a, const Line &b) { return a.start < b.start; });
    QString kept;
    kept.reserve(size + count);
    for (const Line &line : lines) {
        // A stretch cut out of one long line ends where its neighbour is left out.
        if (!kept.isEmpty() && !kept.endsWith(u'\n') && origins->back() + 1 != line.start) {
            kept += u'\n';
            origins->append(line.start);
        }
        kept += text.mid(line.start, line.length);
        for (qsizetype i = 0; i < line.length; ++i)
            origins->append(line.start + i);
    }
    return kept;
}

} // namespace relink
