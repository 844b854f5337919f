// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redact.h"

#include "core/rules/secretkey.h"

#include <algorithm>
#include <string_view>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexadecimal(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isKeyCharacter(QChar c)
{
    return isLetter(c) || isDigit(c) || c == u'_' || c == u'-';
}

bool isOneOf(QChar c, std::u16string_view characters)
{
    return characters.find(c.unicode()) != std::u16string_view::npos;
}

//! Of Basic and Bearer credentials, RFC 6750 2.1.
bool isCredentialCharacter(QChar c)
{
    return isLetter(c) || isDigit(c) || isOneOf(c, u"-._~+/=");
}

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

//! An error code or a plain word rather than a secret: letters with separators, a short number,
//! or capitals with a number as in ERR4001. What is hidden already does not count.
bool looksHarmless(QStringView text)
{
    QString value = text.toString();
    value.remove(hiddenMark.toString());
    if (value.isEmpty())
        return text.isEmpty();
    const bool plain = std::all_of(value.begin(), value.end(), [](QChar c) {
        return isKeyCharacter(c) || c == u' ' || c == u'.';
    });
    if (!plain || value.contains("eyJ"_L1))
        return false;
    const auto letters = std::count_if(value.begin(), value.end(), isLetter);
    const auto digits = std::count_if(value.begin(), value.end(), isDigit);
    if (digits == 0) {
        // Random text without a digit still mixes its cases in the middle of words.
        int changes = 0;
        for (qsizetype i = 1; i < value.size(); ++i) {
            if (value.at(i - 1).isLower() && value.at(i).isUpper())
                ++changes;
        }
        return letters <= 40 && changes <= 3;
    }
    if (letters == 0)
        return digits <= 6;
    return value.size() <= 12 && digits <= 6 && letters >= 2 && isLetter(value.front())
        && !isLetter(value.back())
        && std::none_of(value.begin(), value.end(), [](QChar c) { return c.isLower(); });
}

//! A word of prose rather than a credential after "Bearer" or "basic".
bool looksLikeProse(QStringView word)
{
    const bool lower = std::all_of(word.begin() + 1, word.end(),
                                   [](QChar c) { return c >= u'a' && c <= u'z'; });
    return lower && isLetter(word.front()) && word.size() <= 15;
}

bool isScheme(QStringView word)
{
    static const QStringList schemes {u"bearer"_s, u"basic"_s, u"dpop"_s, u"negotiate"_s};
    return word.size() <= 9
        && std::any_of(schemes.begin(), schemes.end(), [word](const QString &scheme) {
               return word.compare(scheme, Qt::CaseInsensitive) == 0;
           });
}

class Redactor
{
public:
    explicit Redactor(const QString &text)
        : m_text(text)
    {
        m_result.reserve(text.size());
    }

    QString run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (const qsizetype escape = percentEscape(m_at); escape > 0)
                copy(escape);
            else if (isKeyCharacter(c))
                word();
            else if (m_text.mid(m_at, 3) == u"://")
                authority();
            else
                copy(1);
        }
        return m_result;
    }

private:
    QChar at(qsizetype i) const { return i >= 0 && i < m_text.size() ? m_text.at(i) : QChar(); }

    void copy(qsizetype count)
    {
        count = std::min(count, m_text.size() - m_at);
        m_result += m_text.mid(m_at, count);
        m_at += count;
    }

    void copyTo(qsizetype end) { copy(end - m_at); }

    void hideTo(qsizetype end)
    {
        m_result += hiddenMark;
        m_at = end;
    }

    //! Length of %XX at `i`, or of %25…XX where it was encoded again; 0: none.
    qsizetype percentEscape(qsizetype i) const
    {
        if (at(i) != u'%')
            return 0;
        qsizetype end = i + 1;
        while (at(end) == u'2' && at(end + 1) == u'5')
            end += 2;
        return isHexadecimal(at(end)) && isHexadecimal(at(end + 1)) ? end + 2 - i : end > i + 1 ? end - i : 0;
    }

    //! Length of a percent escape that stands for `c`; 0: it is something else.
    qsizetype percentEscapeOf(qsizetype i, char16_t c) const
    {
        const qsizetype length = percentEscape(i);
        if (length < 3)
            return 0;
        return m_text.mid(i + length - 2, 2).toInt(nullptr, 16) == c ? length : 0;
    }

    //! Length of an optionally escaped quote; 0: none. `slashes`: how many backslashes it has.
    qsizetype quote(qsizetype i, qsizetype *slashes) const
    {
        qsizetype end = i;
        while (at(end) == u'\\')
            ++end;
        *slashes = end - i;
        if (at(end) == u'"' || at(end) == u'\'')
            return end + 1 - i;
        if (m_text.mid(i, 6) == u"&quot;")
            return 6;
        return percentEscapeOf(i, u'"');
    }

    void word()
    {
        const qsizetype start = m_at;
        qsizetype end = start;
        while (isKeyCharacter(at(end)))
            ++end;
        const QStringView key = m_text.mid(start, end - start);
        if (key.startsWith(u"eyJ") && key.size() >= 10 && webToken(end))
            return;
        copyTo(end);
        if (credential(key))
            return;
        const SecretKey kind = secretKey(key);
        if (kind == SecretKey::No)
            return;
        if (at(start - 1) == u'<' || (at(start - 1) == u':' && element(start))) {
            if (elementValue(kind))
                return;
        }
        if (!separatedValue(start, kind))
            optionValue(start, kind);
    }

    //! eyJ… with at least one more part.
    bool webToken(qsizetype end)
    {
        bool parts = false;
        while (at(end) == u'.' && isKeyCharacter(at(end + 1))) {
            parts = true;
            ++end;
            while (isKeyCharacter(at(end)))
                ++end;
        }
        if (!parts)
            return false;
        if (at(end) == u'.')
            ++end;
        hideTo(end);
        return true;
    }

    //! What follows "Bearer " or "Basic ", unless it is a challenge or prose.
    bool credential(QStringView scheme)
    {
        if (!isScheme(scheme))
            return false;
        qsizetype value = m_at;
        while (isBlank(at(value)) || at(value) == u'+')
            ++value;
        if (value == m_at) {
            while (const qsizetype escape = percentEscapeOf(value, u' '))
                value += escape;
        }
        if (value == m_at)
            return false;
        qsizetype end = value;
        while (isCredentialCharacter(at(end)) || percentEscape(end) > 0)
            end += std::max<qsizetype>(1, percentEscape(end));
        const QStringView candidate = m_text.mid(value, end - value);
        const qsizetype equals = candidate.indexOf(u'=');
        const bool parameter = equals > 0
            && (std::any_of(candidate.begin() + equals, candidate.end(),
                            [](QChar c) { return c != u'='; })
                || at(end) == u'"');
        if (candidate.isEmpty() || parameter || looksLikeProse(candidate))
            return false;
        copyTo(value);
        hideTo(end);
        return true;
    }

    //! True when `start` follows "<prefix:" or "</prefix:".
    bool element(qsizetype start) const
    {
        qsizetype i = start - 2;
        const qsizetype bound = std::max<qsizetype>(0, start - 40);
        while (i > bound && isKeyCharacter(at(i)))
            --i;
        return at(i) == u'<';
    }

    //! <key attributes>value</key>. A value that contains elements is left to them.
    bool elementValue(SecretKey kind)
    {
        constexpr qsizetype longestAttributes = 256;
        qsizetype open = m_at;
        while (open < m_text.size() && open - m_at < longestAttributes && at(open) != u'>'
               && at(open) != u'<') {
            ++open;
        }
        if (at(open) != u'>' || at(open - 1) == u'/')
            return false;
        qsizetype end = open + 1;
        if (m_text.mid(end, 9) == u"<![CDATA[") {
            end = m_text.indexOf(QStringView(u"]]>"), end);
            end = end < 0 ? m_text.size() : end + 3;
        } else {
            while (end < m_text.size() && at(end) != u'<')
                ++end;
        }
        const QStringView value = m_text.mid(open + 1, end - open - 1).trimmed();
        if (value.isEmpty() || (kind == SecretKey::Loose && looksHarmless(value)))
            return false;
        copyTo(open + 1);
        hideTo(end);
        return true;
    }

    //! key=value, key: value, "key": "value", key => 'value', key%3Dvalue.
    bool separatedValue(qsizetype keyStart, SecretKey kind)
    {
        qsizetype i = m_at;
        qsizetype slashes = 0;
        const bool quotedKey = quote(i, &slashes) > 0;
        i += quote(i, &slashes);
        if (!quotedKey && slashes > 0)
            return false;
        const qsizetype afterKey = i;
        while (isBlank(at(i)))
            ++i;
        const bool adjacent = i == afterKey;
        bool equals = false;
        bool encoded = false;
        if (at(i) == u'=') {
            equals = true;
            i += at(i + 1) == u'>' ? 2 : 1;
        } else if (at(i) == u':') {
            ++i;
        } else if (const qsizetype escape = percentEscapeOf(afterKey, u'=')) {
            equals = encoded = true;
            i = afterKey + escape;
        } else if (const qsizetype colon = percentEscapeOf(afterKey, u':')) {
            encoded = true;
            i = afterKey + colon;
        } else {
            return false;
        }
        while (isBlank(at(i)) || (quotedKey && isLineBreak(at(i))))
            ++i;

        const qsizetype open = quote(i, &slashes);
        if (open > 0 && !(encoded && !quotedKey && at(i) == u'%'))
            return quotedValue(i, open, slashes, kind);
        if (at(i) == u'[' && kind != SecretKey::Loose)
            return listValue(i);
        if (kind == SecretKey::Header)
            return headerValue(keyStart, i);
        return plainValue(keyStart, i, kind, {quotedKey, equals, encoded, adjacent});
    }

    bool quotedValue(qsizetype i, qsizetype open, qsizetype slashes, SecretKey kind)
    {
        const qsizetype start = i + open;
        const qsizetype end = endOfQuoted(start, m_text.mid(i, open), slashes);
        const QStringView value = m_text.mid(start, end - start);
        if (value.isEmpty() || (kind == SecretKey::Loose && looksHarmless(value))) {
            copyTo(start);
            return true;
        }
        copyTo(start);
        if (kind == SecretKey::Header)
            copyScheme(end);
        hideTo(end);
        return true;
    }

    //! Where the closing quote's backslashes begin, or the end of the line.
    qsizetype endOfQuoted(qsizetype start, QStringView opening, qsizetype slashes) const
    {
        const QChar mark = opening.back();
        const bool entity = mark == u';';
        const bool percent = opening.front() == u'%';
        qsizetype run = 0;
        for (qsizetype i = start; i < m_text.size(); ++i) {
            if (isLineBreak(at(i)))
                return i;
            if (at(i) == u'\\') {
                ++run;
                continue;
            }
            if (entity || percent) {
                if (m_text.mid(i, opening.size()) == opening)
                    return i;
            } else if (at(i) == mark && run % (2 * (slashes + 1)) == slashes) {
                return i - slashes;
            }
            run = 0;
        }
        return m_text.size();
    }

    //! All up to the closing bracket: a list of secrets.
    bool listValue(qsizetype i)
    {
        qsizetype end = i + 1;
        while (end < m_text.size() && at(end) != u']' && !isLineBreak(at(end)))
            ++end;
        if (m_text.mid(i + 1, end - i - 1).trimmed().isEmpty())
            return false;
        copyTo(i + 1);
        hideTo(end);
        return true;
    }

    //! "Bearer " and its like stay visible before what is hidden.
    void copyScheme(qsizetype end)
    {
        qsizetype i = m_at;
        while (i < end && isLetter(at(i)))
            ++i;
        if (i + 1 < end && isBlank(at(i)) && isScheme(m_text.mid(m_at, i - m_at)))
            copyTo(i + 1);
    }

    //! To the end of the line, or to the quote that the whole header line stands in.
    bool headerValue(qsizetype keyStart, qsizetype i)
    {
        const QChar before = at(keyStart - 1);
        const bool quoted = before == u'\'' || before == u'"';
        qsizetype end = i;
        while (end < m_text.size() && !isLineBreak(at(end)) && !(quoted && at(end) == before))
            ++end;
        while (end > i && (isBlank(at(end - 1)) || at(end - 1) == u'\\'))
            --end;
        if (end == i)
            return false;
        copyTo(i);
        copyScheme(end);
        hideTo(end);
        return true;
    }

    //! How key and value are joined.
    struct Join
    {
        bool quotedKey = false;
        bool equals = false; //!< by an equals sign, not a colon
        bool encoded = false; //!< by a percent-encoded one
        bool adjacent = false; //!< with nothing between key and sign
    };

    bool plainValue(qsizetype keyStart, qsizetype i, SecretKey kind, const Join &join)
    {
        const QChar before = at(keyStart - 1);
        const bool assigned = join.equals && !join.quotedKey;
        const bool lineStarts = before.isNull() || isLineBreak(before);
        const bool wholeLine = !join.equals && !join.quotedKey && join.adjacent && lineStarts
            && kind == SecretKey::Strict;
        const qsizetype formEnd = assigned ? endOfFormValue(i, join.encoded) : i;
        const bool inForm = assigned
            && (join.encoded || isOneOf(before, u"?&#") || at(formEnd) == u'&'
                || (lineStarts && formEnd == m_text.size()));

        qsizetype end = i;
        if (inForm) {
            end = formEnd;
        } else {
            while (end < m_text.size() && !endsPlainValue(at(end), wholeLine))
                ++end;
        }
        while (end > i && at(end - 1) == u'\\') // of an escaped quote that follows
            --end;
        const QStringView value = m_text.mid(i, end - i);
        static const QStringList literals {u"null"_s, u"true"_s, u"false"_s, u"undefined"_s,
                                           u"None"_s};
        if (value.isEmpty() || (!inForm && literals.contains(value.toString()))
            || (kind == SecretKey::Loose && !inForm && looksHarmless(value))) {
            return false;
        }
        copyTo(i);
        hideTo(end);
        return true;
    }

    //! Of an address or a form body; gives up on what is too long to be in either.
    qsizetype endOfFormValue(qsizetype i, bool encoded) const
    {
        constexpr qsizetype longest = 8192;
        const qsizetype bound = std::min(m_text.size(), i + longest);
        for (; i < bound; ++i) {
            const QChar c = at(i);
            if (c.isSpace() || isOneOf(c, u"&\"'<>#"))
                return i;
            if (encoded && (percentEscapeOf(i, u'&') > 0 || percentEscapeOf(i, u'#') > 0))
                return i;
        }
        return i;
    }

    static bool endsPlainValue(QChar c, bool wholeLine)
    {
        if (wholeLine)
            return isLineBreak(c);
        return c.isSpace() || isOneOf(c, u"&\"'<>#,;{}[]()|");
    }

    //! --client-secret VALUE
    void optionValue(qsizetype keyStart, SecretKey kind)
    {
        const bool option = m_text.mid(keyStart, 2) == u"--";
        if (!option || kind == SecretKey::Loose || at(m_at) != u' ')
            return;
        qsizetype i = m_at;
        while (isBlank(at(i)))
            ++i;
        qsizetype end = i;
        while (end < m_text.size() && !at(end).isSpace())
            ++end;
        if (end == i || at(i) == u'-')
            return;
        copyTo(i);
        hideTo(end);
    }

    //! ://user:password@host
    void authority()
    {
        copy(3);
        qsizetype sign = -1;
        qsizetype i = m_at;
        for (; i < m_text.size(); ++i) {
            const QChar c = at(i);
            if (c.isSpace() || isOneOf(c, u"/?#\"'<>"))
                break;
            if (c == u'@')
                sign = i;
        }
        if (sign > m_at)
            hideTo(sign);
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_result;
};

} // namespace

QString redact(const QString &text)
{
    // What was hidden can change how the text around it reads: a space that ended a value is gone.
    // Until nothing changes, so that redacted text stays as it is; twice is nearly always enough.
    constexpr int rounds = 8;
    QString result = text;
    for (int i = 0; i < rounds; ++i) {
        QString next = Redactor(result).run();
        if (next == result)
            break;
        result = std::move(next);
    }
    return result;
}

} // namespace relink
