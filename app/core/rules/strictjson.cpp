// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/strictjson.h"

#include <QSet>
#include <QStringDecoder>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Recursive descent with a bounded depth; builds nothing but the keys of open objects.
class Scanner
{
public:
    Scanner(const QByteArray &json, int maximumDepth)
        : m_json(json)
        , m_maximumDepth(maximumDepth)
    {}

    std::optional<QString> run()
    {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        [[maybe_unused]] const QString text = decoder(m_json);
        if (decoder.hasError())
            return u"The file is not valid UTF-8."_s;
        skipSpace();
        if (!value(1))
            return m_problem;
        skipSpace();
        if (m_at < m_json.size()) {
            fail(u"Something follows after the end"_s);
            return m_problem;
        }
        return std::nullopt;
    }

private:
    bool fail(const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = what + u" (byte %1)."_s.arg(m_at);
        return false;
    }

    char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    bool atEnd() const { return m_at >= m_json.size(); }

    void skipSpace()
    {
        while (!atEnd()) {
            const char c = peek();
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
                return;
            ++m_at;
        }
    }

    bool literal(const char *word)
    {
        const QByteArrayView w(word);
        if (m_json.mid(m_at, w.size()) != w)
            return fail(u"There is no JSON value here"_s);
        m_at += w.size();
        return true;
    }

    bool value(int depth)
    {
        if (atEnd())
            return fail(u"The file ends too early"_s);
        switch (peek()) {
        case '{':
            return depth > m_maximumDepth ? tooDeep() : object(depth);
        case '[':
            return depth > m_maximumDepth ? tooDeep() : array(depth);
        case '"':
            return string(nullptr);
        case 't':
            return literal("true");
        case 'f':
            return literal("false");
        case 'n':
            return literal("null");
        default:
            return number();
        }
    }

    bool tooDeep()
    {
        return fail(u"Objects and lists are nested deeper than %1 levels"_s.arg(m_maximumDepth));
    }

    bool object(int depth)
    {
        ++m_at;
        QSet<QByteArray> keys;
        skipSpace();
        if (peek() == '}') {
            ++m_at;
            return true;
        }
        while (true) {
            QByteArray key;
            if (peek() != '"')
                return fail(u"A key in double quotes is missing"_s);
            if (!string(&key))
                return false;
            if (keys.contains(key))
                return fail(u"The key “%1” stands twice in one object"_s.arg(
                    QString::fromUtf8(key.left(64))));
            keys.insert(key);
            skipSpace();
            if (peek() != ':')
                return fail(u"A colon is missing"_s);
            ++m_at;
            skipSpace();
            if (!value(depth + 1))
                return false;
            skipSpace();
            if (peek() == '}') {
                ++m_at;
                return true;
            }
            if (peek() != ',')
                return fail(u"A comma or closing brace is missing"_s);
            ++m_at;
            skipSpace();
        }
    }

    bool array(int depth)
    {
        ++m_at;
        skipSpace();
        if (peek() == ']') {
            ++m_at;
            return true;
        }
        while (true) {
            if (!value(depth + 1))
                return false;
            skipSpace();
            if (peek() == ']') {
                ++m_at;
                return true;
            }
            if (peek() != ',')
                return fail(u"A comma or closing bracket is missing"_s);
            ++m_at;
            skipSpace();
        }
    }

    int hex4(qsizetype at) const
    {
        bool ok = false;
        const QByteArray digits = m_json.mid(at, 4);
        for (const char c : digits) {
            if (!isxdigit(static_cast<unsigned char>(c)))
                return -1;
        }
        const int code = digits.size() == 4 ? digits.toInt(&ok, 16) : -1;
        return ok ? code : -1;
    }

    //! The key is kept decoded, so that an escape cannot hide a doubled one.
    bool string(QByteArray *decoded)
    {
        ++m_at;
        while (!atEnd()) {
            const auto c = static_cast<unsigned char>(peek());
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c < 0x20)
                return fail(u"A control character stands in a text"_s);
            if (c != '\\') {
                if (decoded)
                    decoded->append(static_cast<char>(c));
                ++m_at;
                continue;
            }
            if (!escape(decoded))
                return false;
        }
        return fail(u"A text has no end"_s);
    }

    bool escape(QByteArray *decoded)
    {
        ++m_at;
        static constexpr QByteArrayView from("\"\\/bfnrt");
        static constexpr QByteArrayView to("\"\\/\b\f\n\r\t");
        const qsizetype simple = atEnd() ? -1 : from.indexOf(peek());
        if (simple >= 0) {
            if (decoded)
                decoded->append(to[simple]);
            ++m_at;
            return true;
        }
        const int unit = peek() == 'u' ? hex4(m_at + 1) : -1;
        if (unit < 0)
            return fail(u"There is no such escape"_s);
        m_at += 5;
        QString text(QChar(static_cast<char16_t>(unit)));
        if (QChar::isLowSurrogate(static_cast<char32_t>(unit)))
            return fail(u"An escape is half a character"_s);
        if (QChar::isHighSurrogate(static_cast<char32_t>(unit))) {
            const int low = m_json.mid(m_at, 2) == "\\u" ? hex4(m_at + 2) : -1;
            if (low < 0 || !QChar::isLowSurrogate(static_cast<char32_t>(low)))
                return fail(u"An escape is half a character"_s);
            m_at += 6;
            text += QChar(static_cast<char16_t>(low));
        }
        if (decoded)
            decoded->append(text.toUtf8());
        return true;
    }

    qsizetype digits()
    {
        const qsizetype start = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at - start;
    }

    bool number()
    {
        const auto bad = [this] { return fail(u"There is no JSON value here"_s); };
        if (peek() == '-')
            ++m_at;
        if (peek() == '0')
            ++m_at;
        else if (digits() == 0)
            return bad();
        if (peek() == '.') {
            ++m_at;
            if (digits() == 0)
                return bad();
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (digits() == 0)
                return bad();
        }
        return true;
    }

    const QByteArray &m_json;
    const int m_maximumDepth;
    qsizetype m_at = 0;
    QString m_problem;
};

} // namespace

std::optional<QString> strictJsonProblem(const QByteArray &json, int maximumDepth)
{
    return Scanner(json, maximumDepth).run();
}

} // namespace relink
