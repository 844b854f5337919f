// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redact.h"

#include "core/rules/escapedtext.h"
#include "core/rules/secretinprose.h"
#include "core/rules/secretkey.h"
#include "core/rules/secrettext.h"

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

class Redactor
{
public:
    using Hidden = RedactedText::Hidden;

    explicit Redactor(const QString &text)
        : m_text(text)
    {
        m_result.reserve(text.size());
    }

    QString run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (m_at >= m_attribute.start && m_at < m_attribute.end)
                hideTo(m_attribute.end);
            else if (m_at >= m_element.start && m_at < m_element.end)
                hideTo(m_element.end);
            else if (const qsizetype escape = m_text.percentEscape(m_at); escape > 0)
                copy(escape);
            else if (isNameCharacter(c))
                word();
            else if (m_text.mid(m_at, 3) == u"://")
                authority();
            else
                copy(1);
        }
        return m_result;
    }

    const QList<Hidden> &hidden() const { return m_hidden; }

private:
    void copy(qsizetype count)
    {
        count = std::min(count, m_text.size() - m_at);
        m_result += m_text.mid(m_at, count);
        m_at += count;
    }

    void copyTo(qsizetype end) { copy(end - m_at); }

    void hideTo(qsizetype end)
    {
        m_hidden += {m_at, end, m_result.size()};
        m_result += hiddenMark;
        m_at = end;
    }

    void word()
    {
        const qsizetype start = m_at;
        qsizetype end = start;
        while (isNameCharacter(m_text.at(end)))
            ++end;
        const QStringView key = m_text.mid(start, end - start);
        if (key.startsWith(u"eyJ") && key.size() >= 10 && webToken(end))
            return;
        copyTo(end);
        if (credential(key) || userOption(key))
            return;
        const SecretKey phrase = secretPhrase(m_text, start, end);
        SecretKey kind = secretKey(key);
        if (kind == SecretKey::No)
            kind = phrase;
        if (kind == SecretKey::No)
            return;
        if (kind == SecretKey::Loose && start == m_strictAt)
            kind = SecretKey::Strict;
        if (m_text.at(start - 1) == u'<'
            || (m_text.at(start - 1) == u':' && m_text.isAfterElementPrefix(start))) {
            attributeValue(kind);
            if (elementValue(kind))
                return;
        }
        if (separatedValue(start, kind) || optionValue(start, kind))
            return;
        const bool speaksOfIt
            = kind == SecretKey::Strict || phrase != SecretKey::No || isCredentialNoun(key);
        if (kind != SecretKey::Header && speaksOfIt)
            proseValue(key);
    }

    //! token S is invalid
    void proseValue(QStringView key)
    {
        const TextPassage secret = secretAfter(m_text, m_at, key);
        if (secret.length == 0)
            return;
        copyTo(secret.start);
        hideTo(secret.start + secret.length);
    }

    //! eyJ… with at least one more part.
    bool webToken(qsizetype end)
    {
        bool parts = false;
        while (m_text.at(end) == u'.' && isKeyCharacter(m_text.at(end + 1))) {
            parts = true;
            ++end;
            while (isKeyCharacter(m_text.at(end)))
                ++end;
        }
        if (!parts)
            return false;
        if (m_text.at(end) == u'.')
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
        while (isBlank(m_text.at(value)) || m_text.at(value) == u'+')
            ++value;
        if (value == m_at) {
            while (const qsizetype escape = m_text.percentEscapeOf(value, u' '))
                value += escape;
        }
        if (value == m_at)
            return false;
        qsizetype end = value;
        while (isCredentialCharacter(m_text.at(end)) || m_text.percentEscape(end) > 0)
            end += std::max<qsizetype>(1, m_text.percentEscape(end));
        const QStringView candidate = m_text.mid(value, end - value);
        const qsizetype equals = candidate.indexOf(u'=');
        const bool parameter = equals > 0
            && (std::any_of(candidate.begin() + equals, candidate.end(),
                            [](QChar c) { return c != u'='; })
                || m_text.at(end) == u'"');
        if (candidate.isEmpty() || parameter || looksLikeProse(candidate))
            return false;
        copyTo(value);
        hideTo(end);
        return true;
    }

    //! <key value="value"/>
    void attributeValue(SecretKey kind)
    {
        constexpr qsizetype longestAttributes = 256;
        constexpr QStringView name = u"value";
        for (qsizetype i = m_at; i < m_text.size() && i - m_at < longestAttributes; ++i) {
            if (isOneOf(m_text.at(i), u"<>"))
                return;
            if (!m_text.at(i - 1).isSpace()
                || m_text.mid(i, name.size()).compare(name, Qt::CaseInsensitive) != 0
                || m_text.at(i + name.size()) != u'=')
                continue;
            const qsizetype equals = i + name.size();
            qsizetype slashes = 0;
            const qsizetype open = m_text.quote(equals + 1, &slashes);
            const qsizetype start = equals + 1 + open;
            const qsizetype end = open == 0
                ? start
                : m_text.endOfQuoted(start, m_text.mid(equals + 1, open), slashes);
            const QStringView value = m_text.between(start, end);
            if (!value.isEmpty() && (kind != SecretKey::Loose || !looksHarmless(value)))
                m_attribute = {start, end};
            return;
        }
    }

    //! <key attributes>value</key>. A value that contains elements is left to them.
    bool elementValue(SecretKey kind)
    {
        constexpr qsizetype longestAttributes = 256;
        qsizetype open = m_at;
        while (open < m_text.size() && open - m_at < longestAttributes && m_text.at(open) != u'>'
               && m_text.at(open) != u'<') {
            ++open;
        }
        if (m_text.at(open) != u'>' || m_text.at(open - 1) == u'/')
            return false;
        qsizetype end = open + 1;
        if (m_text.mid(end, 9) == u"<![CDATA[") {
            end = m_text.indexOf(QStringView(u"]]>"), end);
            end = end < 0 ? m_text.size() : end + 3;
        } else {
            while (end < m_text.size() && m_text.at(end) != u'<')
                ++end;
        }
        const QStringView value = m_text.mid(open + 1, end - open - 1).trimmed();
        if (value.isEmpty() || (kind == SecretKey::Loose && looksHarmless(value)))
            return false;
        m_element = {open + 1, end}; // once the attributes are through
        return true;
    }

    //! key=value, key: value, "key": "value", key => 'value', key%3Dvalue.
    bool separatedValue(qsizetype keyStart, SecretKey kind)
    {
        qsizetype i = m_at;
        qsizetype slashes = 0;
        const bool quotedKey = m_text.quote(i, &slashes) > 0;
        i += m_text.quote(i, &slashes);
        if (!quotedKey && slashes > 0)
            return false;
        const qsizetype afterKey = i;
        while (isBlank(m_text.at(i)) || isFixedBlank(m_text.at(i)))
            ++i;
        const bool adjacent = i == afterKey;
        bool equals = false;
        bool encoded = false;
        if (m_text.at(i) == u'=') {
            equals = true;
            i += m_text.at(i + 1) == u'>' ? 2 : 1;
        } else if (m_text.at(i) == u':') {
            ++i;
        } else if (const qsizetype escape = m_text.percentEscapeOf(afterKey, u'=')) {
            equals = encoded = true;
            i = afterKey + escape;
        } else if (const qsizetype colon = m_text.percentEscapeOf(afterKey, u':')) {
            encoded = true;
            i = afterKey + colon;
        } else {
            return false;
        }
        while (isBlank(m_text.at(i)) || isFixedBlank(m_text.at(i))
               || (quotedKey && isLineBreak(m_text.at(i))))
            ++i;

        const qsizetype open = m_text.quote(i, &slashes);
        if (open > 0 && !(encoded && !quotedKey && m_text.at(i) == u'%'))
            return quotedValue(i, open, slashes, kind);
        if (m_text.at(i) == u'[' && kind != SecretKey::Loose)
            return listValue(i);
        if (kind == SecretKey::Header)
            return headerValue(keyStart, i);
        return plainValue(keyStart, i, kind, {quotedKey, equals, encoded, adjacent});
    }

    bool quotedValue(qsizetype i, qsizetype open, qsizetype slashes, SecretKey kind)
    {
        const qsizetype start = i + open;
        const qsizetype end = m_text.endOfQuoted(start, m_text.mid(i, open), slashes);
        const QStringView value = m_text.mid(start, end - start);
        if (value.isEmpty() || (kind == SecretKey::Loose && looksHarmless(value))) {
            copyTo(start);
            return true;
        }
        if (isSecretKey(value) && isJoined(end + open))
            return leaveTo(start, kind);
        copyTo(start);
        if (kind == SecretKey::Header)
            copyScheme(end);
        hideTo(end);
        return true;
    }

    //! True before a colon or an equals sign.
    bool isJoined(qsizetype i) const
    {
        while (isBlank(m_text.at(i)))
            ++i;
        return isOneOf(m_text.at(i), u":=");
    }

    //! What stands as a value is a key or a scheme: the secret comes after it.
    bool leadsOn(QStringView value, qsizetype end) const
    {
        constexpr qsizetype longest = 64; // or keys in keys would be read again and again
        if (isScheme(value))
            return isBlank(m_text.at(end));
        const auto sign = std::find_if(value.begin(), value.end(),
                                       [](QChar c) { return c == u':' || c == u'='; });
        const QStringView key = value.first(sign - value.begin());
        if (value.size() > longest || !isSecretKey(key))
            return false;
        if (sign == value.end())
            return isJoined(end);
        qsizetype next = end;
        if (value.size() == key.size() + 1) {
            while (isBlank(m_text.at(next)))
                ++next;
            return next < m_text.size() && !isLineBreak(m_text.at(next));
        }
        // Signs alone are the end of a key in Base64.
        return std::any_of(sign, value.end(), [](QChar c) { return c != u':' && c != u'='; });
    }

    //! The key there is judged by itself, though no more mildly than the one before it.
    bool leaveTo(qsizetype start, SecretKey kind)
    {
        if (kind != SecretKey::Loose)
            m_strictAt = start;
        return false;
    }

    //! All up to the closing bracket: a list of secrets.
    bool listValue(qsizetype i)
    {
        qsizetype end = i + 1;
        while (end < m_text.size() && m_text.at(end) != u']' && !isLineBreak(m_text.at(end)))
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
        while (i < end && isLetter(m_text.at(i)))
            ++i;
        if (i + 1 < end && isBlank(m_text.at(i)) && isScheme(m_text.mid(m_at, i - m_at)))
            copyTo(i + 1);
    }

    //! To the end of the line, or to the quote that the whole header line stands in.
    bool headerValue(qsizetype keyStart, qsizetype i)
    {
        const QChar before = m_text.at(keyStart - 1);
        const bool quoted = before == u'\'' || before == u'"';
        qsizetype end = i;
        while (end < m_text.size() && !isLineBreak(m_text.at(end))
               && !(quoted && m_text.at(end) == before))
            ++end;
        while (end > i && (isBlank(m_text.at(end - 1)) || m_text.at(end - 1) == u'\\'))
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
        const QChar before = m_text.at(keyStart - 1);
        const bool assigned = join.equals && !join.quotedKey;
        const bool lineStarts = before.isNull() || isLineBreak(before);
        const bool wholeLine = !join.equals && !join.quotedKey && join.adjacent && lineStarts
            && kind == SecretKey::Strict;
        const qsizetype formEnd = assigned ? endOfFormValue(i, join.encoded) : i;
        const bool inForm = assigned
            && (join.encoded || isOneOf(before, u"?&#") || m_text.at(formEnd) == u'&'
                || (lineStarts && formEnd == m_text.size()));

        qsizetype end = i;
        if (inForm) {
            end = formEnd;
        } else {
            while (end < m_text.size() && !endsPlainValue(m_text.at(end), wholeLine))
                ++end;
        }
        while (end > i && m_text.at(end - 1) == u'\\') // of an escaped quote that follows
            --end;
        const QStringView value = m_text.mid(i, end - i);
        static const QStringList literals {u"null"_s, u"true"_s, u"false"_s, u"undefined"_s,
                                           u"None"_s};
        if (value.isEmpty() || (!inForm && literals.contains(value.toString()))
            || (kind == SecretKey::Loose && !inForm && looksHarmless(value))) {
            return false;
        }
        if (!inForm && !wholeLine && leadsOn(value, end))
            return leaveTo(i, kind);
        copyTo(i);
        hideTo(end);
        return true;
    }

    //! Of a value in an address or a form body. Values that turn out not to be in one are looked
    //! at again from every key inside them, so the last answer is kept.
    qsizetype endOfFormValue(qsizetype i, bool encoded)
    {
        Stretch &last = encoded ? m_encodedForm : m_plainForm;
        if (i >= last.start && i <= last.end)
            return last.end;
        last.start = i;
        for (; i < m_text.size(); ++i) {
            const QChar c = m_text.at(i);
            if (c.isSpace() || isOneOf(c, u"&\"'<>#"))
                break;
            if (encoded
                && (m_text.percentEscapeOf(i, u'&') > 0 || m_text.percentEscapeOf(i, u'#') > 0))
                break;
        }
        last.end = i;
        return i;
    }

    static bool endsPlainValue(QChar c, bool wholeLine)
    {
        if (wholeLine)
            return isLineBreak(c);
        return c.isSpace() || isOneOf(c, u"&\"'<>#,;{}[]()|");
    }

    static bool isNumber(QStringView text)
    {
        return std::all_of(text.begin(), text.end(), isDigit);
    }

    //! -u NAME:PASSWORD and --user NAME:PASSWORD, as curl takes them.
    bool userOption(QStringView key)
    {
        static const QStringList options {u"-u"_s, u"--user"_s, u"-U"_s, u"--proxy-user"_s};
        if (!options.contains(key.toString()))
            return false;
        qsizetype i = m_at;
        while (isBlank(m_text.at(i)) || m_text.at(i) == u'=')
            ++i;
        if (i == m_at)
            return false;
        const QChar quote = m_text.at(i);
        const bool quoted = quote == u'"' || quote == u'\'';
        qsizetype end = quoted ? ++i : i;
        while (end < m_text.size() && !isLineBreak(m_text.at(end))
               && !(quoted ? m_text.at(end) == quote : m_text.at(end).isSpace()))
            ++end;
        const QStringView value = m_text.mid(i, end - i);
        const qsizetype colon = value.indexOf(u':');
        const QStringView password = value.mid(colon + 1);
        // An address is no name, and two numbers are a user and a group of the computer.
        if (colon < 0 || password.isEmpty() || password.startsWith(u"//")
            || (isNumber(value.left(colon)) && isNumber(password)))
            return false;
        copyTo(i + colon + 1);
        hideTo(end);
        return true;
    }

    //! --client-secret VALUE
    bool optionValue(qsizetype keyStart, SecretKey kind)
    {
        const bool option = m_text.mid(keyStart, 2) == u"--";
        if (!option || kind == SecretKey::Loose || m_text.at(m_at) != u' ')
            return false;
        qsizetype i = m_at;
        while (isBlank(m_text.at(i)))
            ++i;
        qsizetype end = i;
        while (end < m_text.size() && !m_text.at(end).isSpace())
            ++end;
        if (end == i || m_text.at(i) == u'-')
            return false;
        copyTo(i);
        hideTo(end);
        return true;
    }

    //! ://user:password@host
    void authority()
    {
        copy(3);
        qsizetype sign = -1;
        qsizetype i = m_at;
        for (; i < m_text.size(); ++i) {
            const QChar c = m_text.at(i);
            if (c.isSpace() || isOneOf(c, u"/?#\"'<>"))
                break;
            if (c == u'@')
                sign = i;
        }
        if (sign > m_at)
            hideTo(sign);
    }

    struct Stretch
    {
        qsizetype start = 0;
        qsizetype end = -1;
    };

    EscapedText m_text;
    qsizetype m_at = 0;
    qsizetype m_strictAt = -1; //!< where a key stands as the value of a strict one
    QString m_result;
    QList<Hidden> m_hidden;
    Stretch m_element; //!< the content of an element, to be hidden
    Stretch m_attribute; //!< what an element holds as an attribute
    Stretch m_plainForm;
    Stretch m_encodedForm;
};

} // namespace

RedactedText::RedactedText(const QString &text)
    : m_text(text)
{
    // What was hidden can change how the text around it reads: a space that ended a value is gone.
    // Until nothing changes, so that redacted text stays as it is; twice is nearly always enough.
    constexpr int rounds = 8;
    for (int i = 0; i < rounds; ++i) {
        Redactor redactor(m_text);
        QString next = redactor.run();
        if (next == m_text)
            break;
        m_rounds += redactor.hidden();
        m_text = std::move(next);
    }
}

qsizetype RedactedText::moved(qsizetype position, const QList<Hidden> &hidden, bool isEnd)
{
    const auto next
        = std::upper_bound(hidden.begin(), hidden.end(), position,
                           [](qsizetype p, const Hidden &stretch) { return p <= stretch.start; });
    if (next == hidden.begin())
        return position;
    const Hidden &before = *std::prev(next);
    if (position < before.end)
        return before.mark + (isEnd ? hiddenMark.size() : 0);
    return before.mark + hiddenMark.size() + position - before.end;
}

TextPassage RedactedText::placeOf(const TextPassage &passage) const
{
    qsizetype start = passage.start;
    qsizetype end = passage.start + passage.length;
    for (const QList<Hidden> &hidden : m_rounds) {
        start = moved(start, hidden, false);
        end = moved(end, hidden, true);
    }
    return {start, end - start};
}

QList<TextPassage> RedactedText::hidden() const
{
    // Where a place of a later round was in the text of the one before it.
    const auto before = [](qsizetype position, const QList<Hidden> &round, bool isEnd) {
        const auto next = std::upper_bound(round.begin(), round.end(), position,
                                           [isEnd](qsizetype p, const Hidden &stretch) {
                                               return isEnd ? p <= stretch.mark : p < stretch.mark;
                                           });
        if (next == round.begin())
            return position;
        const Hidden &last = *std::prev(next);
        const qsizetype past = position - last.mark - hiddenMark.size();
        if (isEnd ? past > 0 : past >= 0)
            return last.end + past;
        return isEnd ? last.end : last.start;
    };
    QList<TextPassage> stretches;
    for (qsizetype i = 0; i < m_rounds.size(); ++i) {
        for (const Hidden &each : m_rounds[i]) {
            qsizetype start = each.start;
            qsizetype end = each.end;
            for (qsizetype earlier = i; earlier-- > 0;) {
                start = before(start, m_rounds[earlier], false);
                end = before(end, m_rounds[earlier], true);
            }
            stretches += TextPassage {start, end - start};
        }
    }
    std::sort(stretches.begin(), stretches.end(),
              [](const TextPassage &a, const TextPassage &b) { return a.start < b.start; });
    QList<TextPassage> merged;
    for (const TextPassage &each : std::as_const(stretches)) {
        if (merged.isEmpty() || each.start >= merged.last().start + merged.last().length) {
            merged += each;
            continue;
        }
        TextPassage &last = merged.last();
        last.length = std::max(last.start + last.length, each.start + each.length) - last.start;
    }
    return merged;
}

QString redact(const QString &text)
{
    return RedactedText(text).text();
}

} // namespace relink
