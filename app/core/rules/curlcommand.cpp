// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/curlcommand.h"

#include "core/rules/secretkey.h"
#include "core/rules/sentkind.h"
#include "core/rules/writtenaddress.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! A quote that is never closed would take the rest of the text along.
constexpr qsizetype longestCommand = 16 * 1024;

class Shell
{
public:
    Shell(const QString &text, qsizetype start)
        : m_text(text)
        , m_at(start)
        , m_end(std::min(text.size(), start + longestCommand))
    {}

    QStringList words()
    {
        while (m_at < m_end && !m_over)
            step();
        finishWord();
        return m_words;
    }
    qsizetype position() const { return m_at; }

private:
    QChar ahead(qsizetype n = 1) const
    {
        return m_at + n < m_text.size() ? m_text.at(m_at + n) : QChar(u'\n');
    }

    void finishWord()
    {
        if (m_inWord)
            m_words += m_word;
        m_word.clear();
        m_inWord = false;
    }

    void step()
    {
        const QChar c = m_text.at(m_at);
        if ((c == u'\\' || c == u'^' || c == u'`') && (ahead() == u'\n' || ahead() == u'\r')) {
            finishWord();
            m_at += ahead() == u'\r' && ahead(2) == u'\n' ? 3 : 2;
        } else if (c == u'\n' || c == u'\r' || c == u'|' || c == u';') {
            m_over = true;
        } else if (c == u'&' && (ahead() == u'&' || ahead().isSpace())) {
            m_over = true;
        } else if (c.isSpace()) {
            finishWord();
            ++m_at;
        } else if (c == u'\'' || c == u'"') {
            quoted(c);
        } else {
            if (c == u'\\')
                ++m_at;
            if (m_at < m_text.size())
                m_word += m_text.at(m_at);
            m_inWord = true;
            ++m_at;
        }
    }

    void quoted(QChar quote)
    {
        m_inWord = true;
        for (++m_at; m_at < m_end && m_text.at(m_at) != quote; ++m_at) {
            if (quote == u'"' && m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            m_word += m_text.at(m_at);
        }
        ++m_at;
    }

    const QString &m_text;
    qsizetype m_at;
    const qsizetype m_end;
    QStringList m_words;
    QString m_word;
    bool m_inWord = false;
    bool m_over = false;
};

//! Short options that take a value; the others are flags.
constexpr QStringView shortWithValue {u"AbcCDdEeFHhKmoPQrTtUuwXxYyz"};

//! The long form of what matters here; empty for the rest.
QString longName(QChar letter)
{
    switch (letter.unicode()) {
    case u'X':
        return u"request"_s;
    case u'u':
        return u"user"_s;
    case u'U':
        return u"proxy-user"_s;
    case u'd':
        return u"data"_s;
    case u'F':
        return u"form"_s;
    case u'H':
        return u"header"_s;
    case u'b':
        return u"cookie"_s;
    case u'G':
        return u"get"_s;
    case u'K':
        return u"config"_s;
    case u'I':
        return u"head"_s;
    default:
        return {};
    }
}

bool takesValue(const QString &name)
{
    static const QRegularExpression flags(
        u"^(?:get|head|silent|show-error|location.*|insecure|verbose|include|fail.*|compressed"
        "|basic|digest|negotiate|ntlm|anyauth|netrc.*|http[0-9.]+|tls.*|ssl.*|ipv[46]|globoff"
        "|no-.*|progress-bar|raw|remote-name|path-as-is|post30[123]|next|parallel)$"_s);
    return !flags.match(name).hasMatch();
}

bool namesSecret(const QString &data)
{
    static const QRegularExpression names(u"(?:^|[&{,\\s])[\"']?([A-Za-z0-9_.-]+)[\"']?\\s*[=:]"_s);
    auto matches = names.globalMatch(data);
    while (matches.hasNext()) {
        const SentKind kind = sentKind(matches.next().captured(1));
        if (kind != SentKind::Plain && kind != SentKind::UserName)
            return true;
    }
    return false;
}

class Curl
{
public:
    SeenRequest request;

    void take(const QString &name, const QString &value)
    {
        // What comes from a file or from standard input nobody can look at.
        const bool apart = value.startsWith(u'@');
        if (name == "request"_L1) {
            request.method = value.toUpper();
        } else if (name == "url"_L1) {
            address(value);
        } else if (name == "user"_L1) {
            request.basic = true;
            show(name, value.contains(u':'));
        } else if (name == "get"_L1) {
            m_get = true;
        } else if (name == "head"_L1) {
            request.method = u"HEAD"_s;
        } else if (name.startsWith("data"_L1) || name == "json"_L1 || name.startsWith("form"_L1)) {
            m_hasData = true;
            if (!apart) {
                const QString join = request.body.isEmpty() ? QString() : u"&"_s;
                request.body += join % value;
                show(name, namesSecret(value));
            }
        } else if (name == "header"_L1) {
            if (!apart)
                header(value);
        } else if (name == "oauth2-bearer"_L1) {
            request.headers.append({u"Authorization"_s, u"Bearer "_s % value});
            show(name, !apart);
        } else if (name == "proxy-user"_L1 || name == "pass"_L1 || name == "proxy-pass"_L1) {
            show(name, !apart);
        } else if (name == "config"_L1) {
            m_hasFile = true;
        } else if (name == "cookie"_L1) {
            // Otherwise the name of a file.
            if (value.contains(u'='))
                request.headers.append({u"Cookie"_s, value});
            show(name, value.contains(u'='));
        }
    }

    void address(const QString &value)
    {
        if (!request.host.isEmpty())
            return;
        // What curl does with an address that has no scheme.
        readAddress(value.contains("://"_L1) ? value : QString(u"http://"_s % value), request);
    }

    SeenRequest finished()
    {
        request.form = SeenRequest::Form::Command;
        if (m_get) {
            request.query += writtenPairs(request.body);
            request.body.clear();
        }
        // A file may say another one.
        if (request.method.isEmpty() && !m_hasFile)
            request.method = m_hasData && !m_get ? u"POST"_s : u"GET"_s;
        return request;
    }

private:
    void header(const QString &value)
    {
        const QString name = value.section(u':', 0, 0).trimmed();
        const QString content = value.section(u':', 1).trimmed();
        request.headers.append({name, content});
        if (name.compare("authorization"_L1, Qt::CaseInsensitive) == 0
            && content.startsWith("basic"_L1, Qt::CaseInsensitive))
            request.basic = true;
        show(u"header"_s, !content.isEmpty() && isSecretKey(name));
    }

    void show(const QString &name, bool secret)
    {
        if (secret && !request.visible.contains(u"--"_s + name))
            request.visible += u"--"_s + name;
    }

    bool m_get = false;
    bool m_hasData = false;
    bool m_hasFile = false;
};

} // namespace

QStringList commandWords(const QString &text, qsizetype start, qsizetype *end)
{
    Shell shell(text, start);
    const QStringList words = shell.words();
    *end = shell.position();
    return words;
}

SeenRequest readCurl(const QStringList &words)
{
    Curl curl;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word.startsWith("--"_L1) && word.size() > 2) {
            const QString name = word.mid(2).section(u'=', 0, 0);
            if (word.contains(u'='))
                curl.take(name, word.section(u'=', 1));
            else
                curl.take(name, takesValue(name) ? words.value(++i) : QString());
        } else if (word.startsWith(u'-') && word.size() > 1) {
            for (qsizetype at = 1; at < word.size(); ++at) {
                const bool withValue = shortWithValue.contains(word.at(at));
                const QString joined = word.mid(at + 1);
                const QString value = !withValue ? QString()
                    : joined.isEmpty()           ? words.value(++i)
                                                 : joined;
                curl.take(longName(word.at(at)), value);
                if (withValue)
                    break;
            }
        } else {
            curl.address(word);
        }
    }
    return curl.finished();
}

} // namespace relink
