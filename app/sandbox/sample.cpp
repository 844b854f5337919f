// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/sample.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 4096;

const QString lettersAndDigits = u"abcdefghijkmnpqrstuvwxyz23456789ABCDEFGHJKLMNPQRSTUVWXYZ01"_s;

//! Walks along an expression and writes down what it would match.
class Sampler
{
public:
    Sampler(QStringView pattern, Filling filling)
        : m_pattern(pattern)
        , m_filling(filling)
    {}

    //! The first of the alternatives; the others are only read.
    QString alternatives()
    {
        const QString first = sequence();
        while (peek() == u'|') {
            ++m_at;
            sequence();
        }
        return first;
    }

private:
    struct Times
    {
        int minimum = 1;
        int maximum = 1;
    };

    QChar peek() const { return m_at < m_pattern.size() ? m_pattern.at(m_at) : QChar(); }

    QString sequence()
    {
        QString text;
        while (m_at < m_pattern.size() && peek() != u'|' && peek() != u')') {
            const qsizetype start = m_at;
            QString part = atom();
            const qsizetype end = m_at;
            const Times times = repetition();
            const qsizetype behind = m_at;
            const int count = countOf(times);
            if (count == 0)
                part.clear();
            for (int i = 1; i < count && part.size() < longest; ++i) {
                m_at = start;
                part += atom();
                Q_ASSERT(m_at == end);
            }
            m_at = behind;
            text += part;
        }
        return text;
    }

    int countOf(const Times &times) const
    {
        if (times.maximum <= 1 || times.minimum == times.maximum)
            return times.minimum;
        const int wanted = m_filling == Filling::Random ? 22 : 4;
        return std::clamp(wanted, times.minimum, std::max(times.minimum, times.maximum));
    }

    QString atom()
    {
        const QChar c = peek();
        ++m_at;
        if (c == u'(')
            return group();
        if (c == u'[')
            return oneOf(characterClass());
        if (c == u'\\')
            return escape();
        if (c == u'.')
            return oneOf(lettersAndDigits);
        if (c == u'^' || c == u'$')
            return {};
        return c;
    }

    QString group()
    {
        bool looks = false;
        if (peek() == u'?') {
            ++m_at;
            looks = peek() == u'=' || peek() == u'!'
                || (peek() == u'<'
                    && (m_pattern.mid(m_at, 2) == u"<=" || m_pattern.mid(m_at, 2) == u"<!"));
            while (m_at < m_pattern.size() && !u":=!>)"_s.contains(peek()))
                ++m_at;
            if (peek() != u')')
                ++m_at;
        }
        const QString text = alternatives();
        if (peek() == u')')
            ++m_at;
        return looks ? QString() : text;
    }

    QString escape()
    {
        const QChar c = peek();
        ++m_at;
        switch (c.unicode()) {
        case u'd':
            return oneOf(u"1234567890"_s);
        case u'w':
            return oneOf(lettersAndDigits);
        case u's':
            return u" "_s;
        case u'S':
        case u'D':
            return oneOf(u"abcdef"_s);
        case u'A':
        case u'z':
        case u'Z':
        case u'b':
            return {};
        default:
            return c;
        }
    }

    //! Every printable character that the class takes; the reader stands behind its bracket.
    QString characterClass()
    {
        const qsizetype start = m_at - 1;
        if (peek() == u'^')
            ++m_at;
        if (peek() == u']')
            ++m_at;
        while (m_at < m_pattern.size() && peek() != u']')
            m_at += peek() == u'\\' ? 2 : 1;
        ++m_at;
        const QRegularExpression expression(
            QRegularExpression::anchoredPattern(m_pattern.mid(start, m_at - start).toString()));
        QString all;
        const QString usual = lettersAndDigits + u"-_."_s;
        for (const QChar c : usual) {
            if (expression.match(c).hasMatch())
                all += c;
        }
        for (char16_t c = u' '; all.isEmpty() && c < 0x7f; ++c) {
            if (expression.match(QChar(c)).hasMatch())
                all += QChar(c);
        }
        return all;
    }

    QString oneOf(const QString &characters)
    {
        if (characters.isEmpty())
            return {};
        // The marks at the end of a class stay out where there are letters or digits.
        qsizetype plain = 0;
        while (plain < characters.size() && characters.at(plain).isLetterOrNumber())
            ++plain;
        const qsizetype size = plain > 0 ? plain : characters.size();
        const qsizetype index = m_filling == Filling::Random
            ? QRandomGenerator::system()->bounded(static_cast<int>(size))
            : m_next++ % size;
        return characters.at(index);
    }

    Times repetition()
    {
        constexpr int many = 1000;
        Times times;
        const QChar c = peek();
        if (c == u'*')
            times = {0, many};
        else if (c == u'+')
            times = {1, many};
        else if (c == u'?')
            times = {0, 1};
        else if (c == u'{')
            return bounds();
        else
            return times;
        ++m_at;
        if (peek() == u'?' || peek() == u'+')
            ++m_at;
        return times;
    }

    Times bounds()
    {
        static const QRegularExpression form(u"\\A\\{([0-9]+(?:,[0-9]*)?)\\}"_s);
        const auto match = form.match(m_pattern.mid(m_at).toString());
        if (!match.hasMatch())
            return {}; // a brace that stands for itself
        m_at += match.capturedLength();
        const QString text = match.captured(1);
        const int minimum = text.section(u',', 0, 0).toInt();
        if (!text.contains(u','))
            return {minimum, minimum};
        const QString upper = text.section(u',', 1, 1);
        return {minimum, upper.isEmpty() ? 1000 : upper.toInt()};
    }

    QStringView m_pattern;
    Filling m_filling;
    qsizetype m_at = 0;
    qsizetype m_next = 0;
};

} // namespace

std::optional<QString> sampleOf(const QString &pattern, Filling filling)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    if (!whole.isValid())
        return std::nullopt;
    const QString text = Sampler(pattern, filling).alternatives();
    return whole.match(text).hasMatch() ? std::optional(text) : std::nullopt;
}

} // namespace relink::sandbox
