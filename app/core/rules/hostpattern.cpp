// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/hostpattern.h"

#include <QStringList>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Walks the expression once.
class Reader
{
public:
    Reader(const QString &pattern, bool dots, bool slashes)
        : m_pattern(pattern)
        , m_dots(dots)
        , m_slashes(slashes)
    {}

    QString run()
    {
        while (m_beyond.isEmpty() && m_at < m_pattern.size())
            piece();
        return m_beyond;
    }

private:
    QChar next() { return m_at < m_pattern.size() ? m_pattern[m_at++] : QChar(); }
    bool sees(QLatin1StringView text) const
    {
        return QStringView(m_pattern).mid(m_at).startsWith(text);
    }

    void literal(QChar c)
    {
        const bool lets = (c == u'.' && m_dots) || (c == u'/' && m_slashes);
        // Other signs are in no host either, but none of them ends one.
        if (!lets && u"./@:?#\\% "_s.contains(c))
            m_beyond = c == u' ' ? u"a space"_s : QString(c);
    }

    void escape(bool inClass)
    {
        const QChar c = next();
        if (!c.isLetterOrNumber())
            return literal(c);
        if (!u"dw"_s.contains(c) && (inClass || !u"bBAzZ"_s.contains(c)))
            m_beyond = u"\\"_s + c;
    }

    void piece()
    {
        const QChar c = next();
        if (c == u'\\')
            escape(false);
        else if (c == u'[')
            charClass();
        else if (c == u'.')
            m_beyond = c;
        else if (c == u'(')
            groupStart();
        else if (c == u'{')
            m_at = std::max(m_at, m_pattern.indexOf(u'}', m_at) + 1);
        else if (c != u'?')
            literal(c);
    }

    void groupStart()
    {
        if (!sees("?"_L1))
            return;
        ++m_at;
        const QChar kind = next();
        if (kind == u':' || kind == u'=' || kind == u'!' || kind == u'>' || kind == u'|')
            return;
        if (kind == u'i' && sees(")"_L1)) {
            ++m_at;
            return;
        }
        m_beyond = u"(?"_s + kind;
    }

    void charClass()
    {
        if (sees("^"_L1)) {
            m_beyond = u"[^"_s;
            return;
        }
        bool first = true;
        while (m_beyond.isEmpty() && m_at < m_pattern.size() && (first || !sees("]"_L1))) {
            first = false;
            classPiece();
        }
        ++m_at;
    }

    void classPiece()
    {
        if (sees("[:"_L1)) {
            m_beyond = u"[:"_s;
            return;
        }
        const QChar from = next();
        if (from == u'\\')
            return escape(true);
        const bool range
            = sees("-"_L1) && m_at + 1 < m_pattern.size() && m_pattern[m_at + 1] != u']';
        if (!range)
            return literal(from);
        ++m_at;
        const QChar to = next();
        const auto within
            = [from, to](char16_t first, char16_t last) { return from >= first && to <= last; };
        if (!within(u'a', u'z') && !within(u'A', u'Z') && !within(u'0', u'9'))
            m_beyond = QString(from) + u'-' + to;
    }

    const QString m_pattern;
    const bool m_dots;
    const bool m_slashes;
    qsizetype m_at = 0;
    QString m_beyond;
};

} // namespace

QString beyondHost(const QString &pattern, bool dots, bool slashes)
{
    return Reader(pattern, dots, slashes).run();
}

} // namespace relink
