// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/linesofinterest.h"

#include "core/rules/failurewords.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace relink {

namespace {

constexpr qsizetype longestWhole = 24'000;
constexpr qsizetype longestKept = 12'000;
constexpr qsizetype longestLine = 1'500;
constexpr qsizetype longestEnds = 2'000;
constexpr int mostAlike = 2;

//! A beginning of words that failures are told with, in the languages that the rules know.
struct Beginning
{
    QStringView word;
    int weight; //!< 3: something went wrong; 1: what it may have been about
};

constexpr std::array<Beginning, 76> beginnings {{
    {u"error", 3},     {u"fail", 3},     {u"invalid", 3},   {u"unauth", 3},    {u"forbid", 3},
    {u"denied", 3},    {u"expired", 3},  {u"revok", 3},     {u"refus", 3},     {u"timeout", 3},
    {u"timed", 3},     {u"econn", 3},    {u"etimed", 3},    {u"enotfound", 3}, {u"eai_", 3},
    {u"exception", 3}, {u"reject", 3},   {u"incorrect", 3}, {u"wrong", 3},     {u"missing", 3},
    {u"malformed", 3}, {u"mismatch", 3}, {u"suspend", 3},   {u"disabled", 3},  {u"blocked", 3},
    {u"unavail", 3},   {u"401", 3},      {u"403", 3},       {u"407", 3},       {u"429", 3},
    {u"500", 2},       {u"502", 3},      {u"503", 3},       {u"504", 3},       {u"throttl", 3},
    {u"deprec", 2},    {u"unknown", 2},  {u"abgelauf", 3},  {u"ung", 3},       {u"fehl", 3},
    {u"erreur", 3},    {u"caduc", 3},    {u"verlopen", 3},  {u"ongeldig", 3},  {u"caused", 2},
    {u"certif", 1},    {u"getaddr", 2},  {u"resolve", 1},   {u"proxy", 1},     {u"oauth", 1},
    {u"token", 1},     {u"creden", 1},   {u"scope", 1},     {u"keyring", 1},   {u"keychain", 1},
    {u"ssl", 1},       {u"tls", 1},      {u"clock", 1},     {u"http/", 1},     {u"status", 1},
    {u"permis", 1},    {u"access", 1},   {u"login", 1},     {u"password", 1},  {u"grant", 1},
    {u"rate", 1},      {u"limit", 1},    {u"client_", 1},   {u"redirect", 1},  {u"jwt", 1},
    {u"jeton", 1},     {u"identifi", 1}, {u"acceso", 1},    {u"toegang", 1},   {u"handshake", 2},
    {u"expire", 1},
}};

constexpr unsigned hashOf(char16_t a, char16_t b, char16_t c)
{
    return (unsigned(a & 0x1f) << 10 | unsigned(b & 0x1f) << 5 | unsigned(c & 0x1f));
}

constexpr signed char noBeginning = -1;

//! The beginnings by their first three letters, which are looked up for every word of the text.
struct FirstLetters
{
    std::array<signed char, 1u << 15> first; //!< of those that share them
    std::array<signed char, beginnings.size()> next;

    FirstLetters()
    {
        first.fill(noBeginning);
        for (std::size_t i = 0; i < beginnings.size(); ++i) {
            const QStringView word = beginnings[i].word;
            signed char &head
                = first[hashOf(word[0].unicode(), word[1].unicode(), word[2].unicode())];
            next[i] = head;
            head = static_cast<signed char>(i);
        }
    }
};

bool isWordStart(QStringView text, qsizetype i)
{
    if (i == 0)
        return true;
    const QChar before = text.at(i - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(i).isUpper());
}

//! How much the different beginnings in a line weigh.
int interestOf(QStringView line)
{
    static const FirstLetters letters;
    std::array<bool, beginnings.size()> seen {};
    int interest = 0;
    const char16_t *u = line.utf16();
    for (qsizetype i = 0; i + 2 < line.size(); ++i) {
        signed char at = letters.first[hashOf(u[i], u[i + 1], u[i + 2])];
        if (at == noBeginning || !isWordStart(line, i))
            continue;
        for (; at != noBeginning; at = letters.next[std::size_t(at)]) {
            const std::size_t k = std::size_t(at);
            if (!seen[k] && line.mid(i).startsWith(beginnings[k].word, Qt::CaseInsensitive)) {
                seen[k] = true;
                interest += beginnings[k].weight;
            }
        }
    }
    return interest;
}

struct Line
{
    qsizetype start = 0;
    qsizetype length = 0;
};

//! Lines that say the same. Of those the last ones are looked at: a log ends with what went wrong.
struct Group
{
    std::array<Line, mostAlike> last;
    int count = 0;
    bool atAnEnd = false;
    int interest = 0;
    int rarity = 0;
    QList<int> words {};
    bool kept = false;

    void add(const Line &line) { last[std::size_t(count++ % mostAlike)] = line; }
};

//! The next line of a text, or the next stretch of a very long one.
struct SeenLine
{
    qsizetype end = 0;
    size_t likeness = 0; //!< equal for lines that differ in numbers only; not in a failed status
    bool blank = true; //!< nothing but blanks and the marks of a quoted mail
};

SeenLine lineAt(QStringView text, qsizetype begin)
{
    const char16_t *u = text.utf16();
    const qsizetype limit = std::min(text.size(), begin + longestLine);
    SeenLine line;
    size_t hash = 1469598103934665603u;
    qsizetype i = begin;
    for (; i < limit && u[i] != u'\n'; ++i) {
        char16_t c = u[i];
        if (c >= u'0' && c <= u'9') {
            if (const int status = failedStatusAt(text, i))
                hash = (hash ^ size_t(status)) * 1099511628211u;
            c = u'0';
        } else if (line.blank && (c == u' ' || c == u'>' || c == u'|' || QChar(c).isSpace())) {
            continue;
        }
        line.blank = false;
        hash = (hash ^ c) * 1099511628211u;
    }
    line.end = i < limit ? i + 1 : i;
    line.likeness = hash;
    return line;
}

std::vector<Group> groupsOf(QStringView text)
{
    std::vector<Group> groups;
    QHash<size_t, std::size_t> places;
    std::size_t place = 0;
    size_t before = 0;
    for (qsizetype begin = 0; begin < text.size();) {
        const SeenLine line = lineAt(text, begin);
        if (!line.blank) {
            const bool atAnEnd = begin < longestEnds || line.end > text.size() - longestEnds;
            const size_t alike = line.likeness ^ (atAnEnd ? 1 : 0);
            if (groups.empty() || alike != before) {
                place = places.value(alike, groups.size());
                before = alike;
            }
            if (place == groups.size()) {
                places.insert(alike, place);
                groups.emplace_back().atAnEnd = atAnEnd;
            }
            groups[place].add({begin, line.end - begin});
        }
        begin = line.end;
    }
    return groups;
}

//! A word that most lines hold tells nothing of one of them.
void weigh(std::vector<Group> &groups, QStringView text)
{
    const FailureWords &words = FailureWords::ofAllRules();
    std::vector<int> lines(std::size_t(words.count()));
    int all = 0;
    for (Group &group : groups) {
        const QStringView line = text.mid(group.last[0].start, group.last[0].length);
        group.interest = interestOf(line) + (group.atAnEnd ? 2 : 0);
        group.words = words.in(line);
        all += group.count;
        for (const int word : std::as_const(group.words))
            lines[std::size_t(word)] += group.count;
    }
    for (Group &group : groups) {
        int sum = group.count <= mostAlike ? 1 : 0;
        for (const int word : std::as_const(group.words)) {
            const int holding = lines[std::size_t(word)];
            sum += holding <= 3 || holding * 200 <= all ? 12
                : holding * 20 <= all                   ? 4
                : holding * 4 <= all                    ? 1
                                                        : 0;
        }
        const int least = group.words.isEmpty() ? 0 : 1;
        group.rarity = std::max(least, sum * 1000 / int(100 + group.last[0].length));
    }
}

//! Takes groups in the order of one of their figures, up to a length; of equal ones the later.
void keepBest(std::vector<Group> &groups, int Group::*figure, QList<Line> &kept)
{
    std::vector<Group *> order;
    for (Group &group : groups) {
        if (!group.kept && group.*figure > 0)
            order.push_back(&group);
    }
    std::sort(order.begin(), order.end(), [figure](const Group *a, const Group *b) {
        return a->*figure != b->*figure ? a->*figure > b->*figure
                                        : a->last[0].start > b->last[0].start;
    });
    qsizetype size = 0;
    for (Group *group : order) {
        for (int i = 0; i < std::min(group->count, mostAlike); ++i) {
            const Line &line = group->last[std::size_t(i)];
            if (size + line.length > longestKept)
                continue;
            size += line.length;
            kept.append(line);
            group->kept = true;
        }
    }
}

} // namespace

LinesOfInterest linesOfInterest(const QString &pasted)
{
    if (pasted.size() <= longestWhole)
        return {pasted, {}, false};
    const QStringView text(pasted);
    std::vector<Group> groups = groupsOf(text);
    weigh(groups, text);
    QList<Line> lines;
    keepBest(groups, &Group::interest, lines);
    keepBest(groups, &Group::rarity, lines);
    std::sort(lines.begin(), lines.end(),
              [](const Line &a, const Line &b) { return a.start < b.start; });
    LinesOfInterest kept;
    for (const Line &line : std::as_const(lines)) {
        // A stretch cut out of one long line ends where its neighbour is left out.
        if (!kept.text.isEmpty() && !kept.text.endsWith(u'\n')
            && kept.origins.back() + 1 != line.start) {
            kept.text += u'\n';
            kept.origins.append(line.start);
        }
        kept.text += text.mid(line.start, line.length);
        for (qsizetype i = 0; i < line.length; ++i)
            kept.origins.append(line.start + i);
    }
    kept.leavesOut = std::any_of(groups.begin(), groups.end(), [](const Group &group) {
        return !group.kept && (group.interest > 0 || !group.words.isEmpty());
    });
    return kept;
}

} // namespace relink
