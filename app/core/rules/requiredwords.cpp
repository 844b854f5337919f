// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/requiredwords.h"

#include <algorithm>

namespace relink {

namespace {

constexpr qsizetype piece = 3;

std::size_t pieceAt(QStringView text, qsizetype at)
{
    const auto five = [&](qsizetype i) { return std::size_t(text.at(i).unicode() & 0x1f); };
    return five(at) << 10 | five(at + 1) << 5 | five(at + 2);
}

//! Reads as much of the syntax as the rules use; what it does not know requires nothing.
class PatternReader
{
public:
    explicit PatternReader(QStringView pattern)
        : m_pattern(pattern)
    {}

    //! One alternation, up to a closing bracket or the end.
    QStringList alternation()
    {
        QStringList all;
        bool free = false;
        while (true) {
            const QStringList branch = sequence();
            free = free || branch.isEmpty();
            all += branch;
            if (!take(u'|'))
                break;
        }
        return free ? QStringList() : all;
    }

private:
    QStringList sequence()
    {
        QStringList best;
        QString run;
        const auto endRun = [&] {
            if (run.size() >= piece)
                prefer(best, {run});
            run.clear();
        };
        while (m_at < m_pattern.size() && peek() != u'|' && peek() != u')') {
            const QChar c = m_pattern.at(m_at++);
            if (c == u'(') {
                endRun();
                const bool counts = opens();
                const QStringList inside = alternation();
                take(u')');
                const Repeat repeat = quantifier();
                if (counts && !repeat.optional)
                    prefer(best, inside);
                continue;
            }
            if (c == u'[') {
                endRun();
                skipSet();
                quantifier();
                continue;
            }
            QChar literal = c;
            if (c == u'\\') {
                if (m_at >= m_pattern.size())
                    break;
                const QChar escaped = m_pattern.at(m_at++);
                if (escaped == u'b') // stands between characters
                    continue;
                literal = escaped.isLetterOrNumber() ? QChar() : escaped;
            } else if (c == u'^' || c == u'$') {
                continue;
            } else if (c == u'.') {
                literal = {};
            }
            const Repeat repeat = quantifier();
            if (literal.isNull() || repeat.optional) {
                endRun();
                continue;
            }
            run += literal;
            if (repeat.any)
                endRun();
        }
        endRun();
        return best;
    }

    struct Repeat
    {
        bool any = false; //!< there is one
        bool optional = false;
    };

    Repeat quantifier()
    {
        Repeat repeat;
        if (m_at >= m_pattern.size())
            return repeat;
        const QChar c = peek();
        if (c == u'?' || c == u'*' || c == u'+') {
            ++m_at;
            repeat = {true, c != u'+'};
        } else if (c == u'{') {
            const qsizetype end = m_pattern.indexOf(u'}', m_at);
            repeat
                = {true, m_pattern.mid(m_at + 1, 1) == u"0" || m_pattern.mid(m_at + 1, 1) == u","};
            m_at = end < 0 ? m_pattern.size() : end + 1;
        }
        if (repeat.any && m_at < m_pattern.size() && (peek() == u'?' || peek() == u'+'))
            ++m_at;
        return repeat;
    }

    //! Behind an opening bracket: does what is inside have to be in the text?
    bool opens()
    {
        if (!take(u'?'))
            return true;
        if (take(u':'))
            return true;
        if (take(u'=')) // what lies ahead is not taken, but is there
            return true;
        take(u'<');
        if (take(u'!') || take(u'='))
            return false;
        while (m_at < m_pattern.size() && peek() != u')' && peek() != u':')
            ++m_at; // (?i)
        return false;
    }

    void skipSet()
    {
        take(u'^');
        take(u']');
        while (m_at < m_pattern.size() && peek() != u']')
            m_at += peek() == u'\\' ? 2 : 1;
        ++m_at;
    }

    //! Long words are rarer than short ones, and few are asked faster than many.
    static void prefer(QStringList &best, const QStringList &other)
    {
        const auto shortest = [](const QStringList &words) {
            qsizetype size = words.isEmpty() ? 0 : words.front().size();
            for (const QString &word : words)
                size = std::min(size, word.size());
            return std::min<qsizetype>(size, 6);
        };
        if (shortest(other) > shortest(best)
            || (shortest(other) == shortest(best) && other.size() < best.size())) {
            best = other;
        }
    }

    QChar peek() const { return m_pattern.at(m_at); }

    bool take(QChar c)
    {
        if (m_at >= m_pattern.size() || peek() != c)
            return false;
        ++m_at;
        return true;
    }

    QStringView m_pattern;
    qsizetype m_at = 0;
};

} // namespace

QStringList requiredWords(const QString &pattern)
{
    return PatternReader(pattern).alternation();
}

QStringList alternativesIn(const QString &pattern)
{
    QStringList all;
    qsizetype begin = 0;
    int depth = 0;
    bool inSet = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        if (c == u'\\') {
            ++i;
        } else if (inSet) {
            inSet = c != u']';
        } else if (c == u'[') {
            inSet = true;
            i += pattern.mid(i + 1, 1) == u"^" ? 1 : 0;
            i += pattern.mid(i + 1, 1) == u"]" ? 1 : 0;
        } else if (c == u'(') {
            ++depth;
        } else if (c == u')') {
            --depth;
        } else if (c == u'|' && depth == 0) {
            all += pattern.mid(begin, i - begin);
            begin = i + 1;
        }
    }
    all += pattern.mid(begin);
    return all;
}

TextPieces::TextPieces(QStringView text)
{
    for (qsizetype i = 0; i + piece <= text.size(); ++i)
        m_pieces.set(pieceAt(text, i));
}

bool TextPieces::mayHold(QStringView word) const
{
    for (qsizetype i = 0; i + piece <= word.size(); ++i) {
        if (!m_pieces.test(pieceAt(word, i)))
            return false;
    }
    return true;
}

bool TextPieces::mayHoldAny(const QStringList &words) const
{
    return words.isEmpty() || std::any_of(words.begin(), words.end(), [this](const QString &word) {
               return mayHold(word);
           });
}

} // namespace relink
