// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/failurewords.h"

#include "core/rules/clausewords.h"
#include "core/rules/textpattern.h"
#include "core/rules/textrule.h"

#include <algorithm>

namespace relink {

namespace {

constexpr std::size_t shortest = 3;
constexpr int firstStatus = 400;
constexpr int statuses = 200;

using Letters = std::array<unsigned char, 0x250>;

//! From 1 to 26, whatever the case and the accent; 0 for what is no Latin letter. "s" and "z" are
//! one, as "-ise" and "-ize" are.
const Letters &letters()
{
    static const Letters known = [] {
        Letters all {};
        for (char16_t u = 0; u < all.size(); ++u) {
            const QString parts = QChar(u).decomposition();
            const QChar base = (parts.isEmpty() ? QChar(u) : parts.front()).toLower();
            if (base >= u'a' && base <= u'z')
                all[u]
                    = static_cast<unsigned char>(1 + (base == u's' ? u'z' : base.unicode()) - u'a');
        }
        return all;
    }();
    return known;
}

unsigned char letterOf(const Letters &known, QChar c)
{
    return c.unicode() < known.size() ? known[c.unicode()] : 0;
}

int placeOf(const unsigned char *three)
{
    return three[0] << 10 | three[1] << 5 | three[2];
}

//! The longest of the stretches of letters, which is the rarest.
std::vector<unsigned char> longestWord(const QString &phrase)
{
    std::vector<unsigned char> best;
    std::vector<unsigned char> word;
    for (const QChar c : QString(phrase + u' ')) {
        if (const unsigned char letter = letterOf(letters(), c)) {
            word.push_back(letter);
            continue;
        }
        if (word.size() > best.size())
            best = word;
        word.clear();
    }
    return best;
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isCapital(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

//! The first digit of a code: two capitals stand before it, two digits behind.
bool isInCode(QStringView line, qsizetype at)
{
    return at >= 2 && at + 2 < line.size() && isCapital(line.at(at - 1))
        && isCapital(line.at(at - 2)) && isAsciiDigit(line.at(at + 1))
        && isAsciiDigit(line.at(at + 2));
}

} // namespace

int failedStatusAt(QStringView line, qsizetype at)
{
    const char16_t *u = line.utf16();
    const auto isPart
        = [u, &line](qsizetype i) { return i >= 0 && i < line.size() && isAsciiDigit(u[i]); };
    if ((u[at] != u'4' && u[at] != u'5') || isPart(at - 1) || !isPart(at + 1) || !isPart(at + 2)
        || isPart(at + 3))
        return 0;
    const QStringView rest = line.mid(at + 3, 5).trimmed();
    for (const QStringView unit : {u"ms", u"kb", u"px", u"%", u"byte"}) {
        if (rest.startsWith(unit, Qt::CaseInsensitive))
            return 0;
    }
    return line.mid(at, 3).toInt();
}

FailureWords::FailureWords()
{
    m_first.fill(-1);
    QStringList words = clauseFailureWords();
    for (const auto rules :
         {thisComputerTextRules(), networkTextRules(), reasonTextRules(), accountTextRules(),
          settingTextRules(), oauthTextRules(), credentialTextRules(), wrapperTextRules(),
          permissionTextRules(), translatedTextRules(), toldTextRules(), programTextRules(),
          serviceTextRules(), statusTextRules()}) {
        for (const TextRule &rule : rules)
            words += requiredWordsOf(rule.pattern);
    }
    for (const QString &phrase : std::as_const(words))
        add(phrase);
}

void FailureWords::add(const QString &phrase)
{
    const std::vector<unsigned char> word = longestWord(phrase);
    if (word.size() < shortest)
        return;
    int &first = m_first[std::size_t(placeOf(word.data()))];
    for (int known = first; known >= 0; known = m_next[std::size_t(known)]) {
        if (m_words[std::size_t(known)] == word)
            return;
    }
    m_next.push_back(first);
    first = int(m_words.size());
    m_words.push_back(word);
}

const FailureWords &FailureWords::ofAllRules()
{
    static const FailureWords words;
    return words;
}

int FailureWords::count() const
{
    return int(m_words.size()) + statuses + 1;
}

QList<int> FailureWords::in(QStringView line) const
{
    QList<int> found;
    const int words = int(m_words.size());
    const Letters &known = letters();
    std::vector<unsigned char> read(std::size_t(line.size()) + 1);
    for (qsizetype i = 0; i < line.size(); ++i)
        read[std::size_t(i)] = letterOf(known, line.at(i));
    for (std::size_t i = 0; i + shortest < read.size(); ++i) {
        if (read[i] == 0) {
            const qsizetype at = qsizetype(i);
            if (!isAsciiDigit(line.at(at)))
                continue;
            if (const int status = failedStatusAt(line, at))
                found += words + status - firstStatus;
            if (isInCode(line, at))
                found += words + statuses;
            continue;
        }
        for (int at = m_first[std::size_t(placeOf(&read[i]))]; at >= 0;
             at = m_next[std::size_t(at)]) {
            const std::vector<unsigned char> &word = m_words[std::size_t(at)];
            if (i + word.size() < read.size()
                && std::equal(word.begin() + shortest, word.end(), &read[i + shortest]))
                found += at;
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace relink
