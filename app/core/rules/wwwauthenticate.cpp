// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/wwwauthenticate.h"

#include <cstring>

namespace relink {

namespace {

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

//! tchar, RFC 9110 5.6.2.
bool isTokenCharacter(char c)
{
    return isAlphanumeric(c) || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
}

//! Without the closing equals signs, RFC 9110 11.2.
bool isToken68Character(char c)
{
    return isAlphanumeric(c) || (c != '\0' && std::strchr("-._~+/", c));
}

class LineParser
{
public:
    explicit LineParser(const QByteArray &line)
        : m_line(line)
    {}

    //! The challenges of the line; none when any part of it breaks the grammar.
    QList<AuthChallenge> parse()
    {
        while (true) {
            skipSeparators();
            if (atEnd())
                return m_challenges;
            if (!element())
                return {};
            skipSpace();
            if (!atEnd() && peek() != ',')
                return {};
        }
    }

private:
    bool atEnd() const { return m_at >= m_line.size(); }
    char peek() const { return atEnd() ? '\0' : m_line.at(m_at); }

    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t')
            ++m_at;
    }

    void skipSeparators()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == ',')
            ++m_at;
    }

    QByteArray token()
    {
        const qsizetype start = m_at;
        while (!atEnd() && isTokenCharacter(peek()))
            ++m_at;
        return m_line.mid(start, m_at - start);
    }

    //! What stands between two commas: a parameter of the open challenge, or a new challenge.
    bool element()
    {
        const QByteArray word = token();
        if (word.isEmpty())
            return false;
        const qsizetype afterWord = m_at;
        skipSpace();
        if (peek() == '=')
            return m_takesParameters && parameterValue(word);

        m_challenges.append({word.toLower(), {}, {}});
        m_takesParameters = m_at > afterWord;
        if (!m_takesParameters || atEnd() || peek() == ',')
            return true;
        if (token68())
            return true;
        const QByteArray name = token();
        skipSpace();
        return !name.isEmpty() && peek() == '=' && parameterValue(name);
    }

    //! Stands alone, so it counts only where a comma or the end follows.
    bool token68()
    {
        qsizetype end = m_at;
        while (end < m_line.size() && isToken68Character(m_line.at(end)))
            ++end;
        if (end == m_at)
            return false;
        while (end < m_line.size() && m_line.at(end) == '=')
            ++end;
        qsizetype next = end;
        while (next < m_line.size() && (m_line.at(next) == ' ' || m_line.at(next) == '\t'))
            ++next;
        if (next < m_line.size() && m_line.at(next) != ',')
            return false;
        m_challenges.last().token68 = m_line.mid(m_at, end - m_at);
        m_takesParameters = false;
        m_at = end;
        return true;
    }

    bool parameterValue(const QByteArray &name)
    {
        ++m_at; // the equals sign
        skipSpace();
        QByteArray value;
        if (peek() == '"') {
            if (!quotedString(&value))
                return false;
        } else {
            value = token();
            if (value.isEmpty())
                return false;
        }
        m_challenges.last().parameters.insert(name.toLower(), value);
        return true;
    }

    bool quotedString(QByteArray *value)
    {
        for (++m_at; !atEnd(); ++m_at) {
            if (peek() == '"') {
                ++m_at;
                return true;
            }
            if (peek() == '\\' && ++m_at >= m_line.size())
                return false;
            value->append(peek());
        }
        return false;
    }

    QByteArray m_line;
    qsizetype m_at = 0;
    bool m_takesParameters = false;
    QList<AuthChallenge> m_challenges;
};

} // namespace

QList<AuthChallenge> parseChallenges(const QByteArray &joinedLines)
{
    QList<AuthChallenge> challenges;
    for (const QByteArray &line : joinedLines.split('\n')) {
        const bool carriageReturn = line.endsWith('\r');
        challenges += LineParser(carriageReturn ? line.chopped(1) : line).parse();
    }
    return challenges;
}

BearerError bearerError(const QByteArray &joinedLines)
{
    BearerError result;
    for (const AuthChallenge &challenge : parseChallenges(joinedLines)) {
        if (challenge.scheme != "bearer")
            continue;
        result.challenged = true;
        if (!result.error.isEmpty())
            continue;
        result.error = QString::fromUtf8(challenge.parameters.value("error"));
        result.description = QString::fromUtf8(challenge.parameters.value("error_description"));
        result.scope = QString::fromUtf8(challenge.parameters.value("scope"))
                           .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    return result;
}

} // namespace relink
