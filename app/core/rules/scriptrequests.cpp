// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/scriptrequests.h"

#include "core/rules/calledmethod.h"
#include "core/rules/sentkind.h"
#include "core/rules/writtenaddress.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostRequests = 200;
constexpr qsizetype longestCall = 1500; //!< how far from an address its parts are looked for
constexpr int mostTables = 200;

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

//! Namespaces and places to come back to are addresses that nobody calls.
bool isCalled(const QString &before, const QString &address)
{
    static const QRegularExpression named(
        u"(?:xmlns[:\\w]*|schemaLocation|redirect_?uri|callback_?url|referer|origin)"
        "[\"']?\\s*(?:[:=]|=>)\\s*[\"'`]?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression schema(u"^https?://(?:www\\.w3\\.org|schemas\\.)"_s);
    return !named.match(before).hasMatch() && !schema.match(address).hasMatch();
}

class Script
{
public:
    explicit Script(const QString &text)
        : m_text(text)
    {}

    QList<SeenRequest> run()
    {
        findAddresses();
        findPaths();
        std::sort(m_found.begin(), m_found.end(),
                  [](const Found &a, const Found &b) { return a.start < b.start; });
        readTables();
        const bool basic = sendsBasic();
        QList<SeenRequest> requests;
        for (Found &found : m_found) {
            SeenRequest &request = found.request;
            const bool alone = m_text.trimmed().size() == found.end - found.start;
            request.form = alone ? SeenRequest::Form::Address : SeenRequest::Form::Script;
            request.method = alone ? QString() : calledMethod(m_text, found.start, found.end);
            request.basic = basic;
            requests += request;
        }
        return requests;
    }

private:
    struct Found
    {
        SeenRequest request;
        qsizetype start = 0;
        qsizetype end = 0;
    };

    void findAddresses()
    {
        static const QRegularExpression address(uR"(\b(?:https?|wss?)://[^\s"'<>`\\]+)"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        auto matches = address.globalMatch(m_text);
        while (matches.hasNext() && m_found.size() < mostRequests) {
            const QRegularExpressionMatch match = matches.next();
            QString written = match.captured();
            while (!written.isEmpty() && QStringView(u".,;:)").contains(written.back()))
                written.chop(1);
            const qsizetype start = match.capturedStart();
            const QString before
                = m_text.mid(std::max<qsizetype>(0, start - 60), std::min<qsizetype>(start, 60));
            if (isCalled(before, written))
                add(start, start + written.size());
        }
    }

    //! "/api/Auth?UserName=": the host stands elsewhere.
    void findPaths()
    {
        static const QRegularExpression path(uR"(["'`](/[^\s"'`?]*\?[^\s"'`]*))"_s);
        auto matches = path.globalMatch(m_text);
        while (matches.hasNext() && m_found.size() < mostRequests) {
            const QRegularExpressionMatch match = matches.next();
            add(match.capturedStart(1), match.capturedEnd(1));
        }
    }

    void add(qsizetype start, qsizetype end)
    {
        Found found;
        found.start = start;
        found.end = end;
        found.request.line = 1 + int(QStringView(m_text).first(start).count(u'\n'));
        readAddress(m_text.mid(start, end - start), found.request);
        joined(found);
        m_found += found;
    }

    //! What the same expression joins to the address: … + "&Password=" + password.
    void joined(Found &found) const
    {
        const QString rest = restOfExpression(found);
        static const QRegularExpression pair(uR"([?&]([A-Za-z0-9_.\[\]-]+)=([^&\s"'<>`]*))"_s);
        auto matches = pair.globalMatch(rest);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            found.request.query.append({match.captured(1), match.captured(2)});
        }
    }

    //! To the end of the argument, over lines that go on with a string.
    QString restOfExpression(const Found &found) const
    {
        QChar quote = found.start > 0 && isQuote(m_text.at(found.start - 1))
            ? m_text.at(found.start - 1)
            : QChar();
        if (quote.isNull())
            return {};
        const qsizetype limit = std::min(m_text.size(), found.end + longestCall);
        qsizetype i = found.end;
        for (; i < limit; ++i) {
            const QChar c = m_text.at(i);
            if (c == quote)
                quote = {};
            else if (quote.isNull() && isQuote(c))
                quote = c;
            else if (quote.isNull() && (c == u',' || c == u';'))
                break;
            else if (c == u'\n' && !goesOn(i))
                break;
        }
        return m_text.mid(found.end, i - found.end);
    }

    bool goesOn(qsizetype lineBreak) const
    {
        static const QRegularExpression next(
            u"\\G\\s*(?:[+.&]\\s*)?(?:[A-Za-z_.()$\\[\\]]*\\s*[+.&]\\s*)?[frbu$@]{0,2}[\"'`][&?]"_s);
        return next.match(m_text, lineBreak).hasMatch();
    }

    //! params={"apiKey": …}, 'query' => […], searchParams.set("apiKey", …)
    void readTables()
    {
        if (m_found.isEmpty())
            return;
        static const QRegularExpression table(
            uR"((?<![\w])["']?(?:params|query|qs|queryParams|query_params|searchParams|queryString)["']?\s*(?:=>|[:=])\s*(?:new\s+\w+\s*\(\s*)?[{\[(])"_s);
        static const QRegularExpression key(
            uR"((?:^|[{,(\[])\s*["']?([A-Za-z_][\w.-]*)["']?\s*(?:=>|[:=,}]))"_s);
        auto tables = table.globalMatch(m_text);
        for (int i = 0; i < mostTables && tables.hasNext(); ++i) {
            const QRegularExpressionMatch match = tables.next();
            if (!isPassedOn(match.capturedStart()))
                continue;
            const QString content = bracketed(match.capturedEnd());
            auto keys = key.globalMatch(content);
            while (keys.hasNext())
                give(match.capturedStart(), keys.next().captured(1));
        }
        // "…?" + urlencode({…}), url.query = encode_www_form(…)
        static const QRegularExpression encoding(
            uR"((?:urlencode|encode_www_form|http_build_query|URLSearchParams|[qQ]uery[sS]tring\.\w+)\s*\(\s*[{\[(]?)"_s);
        auto encodings = encoding.globalMatch(m_text);
        for (int i = 0; i < mostTables && encodings.hasNext(); ++i) {
            const QRegularExpressionMatch match = encodings.next();
            if (!goesIntoAddress(match.capturedStart()))
                continue;
            const QString content = bracketed(match.capturedEnd());
            auto keys = key.globalMatch(content);
            while (keys.hasNext())
                give(match.capturedStart(), keys.next().captured(1));
        }
        static const QRegularExpression adding(
            uR"((?:addQueryItem|searchParams\s*\.\s*(?:set|append)|queryParam|addQuery(?:Param|Parameter)|(?:set|append)QueryParam(?:eter)?)\s*\(\s*["']([\w.-]+)["'])"_s,
            QRegularExpression::CaseInsensitiveOption);
        auto additions = adding.globalMatch(m_text);
        for (int i = 0; i < mostTables && additions.hasNext(); ++i) {
            const QRegularExpressionMatch match = additions.next();
            give(match.capturedStart(), match.captured(1));
        }
    }

    //! What is encoded goes into a body too; an address that ends with its question mark waits for
    //! it.
    bool goesIntoAddress(qsizetype position) const
    {
        const bool open = std::any_of(m_found.begin(), m_found.end(), [this](const Found &found) {
            return m_text.at(found.end - 1) == u'?';
        });
        const qsizetype line = m_text.lastIndexOf(u'\n', position) + 1;
        static const QRegularExpression query(u"\\.(?:query|search)\\s*=\\s*[\\w.]*$"_s);
        return open || query.match(m_text.mid(line, position - line)).hasMatch();
    }

    //! A table that is merely called so may be a body; one that a call names is the query.
    bool isPassedOn(qsizetype start) const
    {
        qsizetype before = start - 1;
        while (before >= 0 && m_text.at(before).isSpace() && m_text.at(before) != u'\n')
            --before;
        if (before >= 0 && QStringView(u",({[").contains(m_text.at(before)))
            return true;
        if (before >= 0 && m_text.at(before) == u'\n') {
            const qsizetype from = std::max<qsizetype>(0, before - 200);
            const QString above = m_text.mid(from, before - from).trimmed();
            if (!above.isEmpty() && QStringView(u",({[").contains(above.back()))
                return true;
        }
        static const QRegularExpression used(
            uR"(\bparams\s*[=:]\s*params\b|get\(\s*[^,()]{1,200},\s*params\b)"_s);
        return used.match(m_text.mid(start, 4 * longestCall)).hasMatch();
    }

    QString bracketed(qsizetype start) const
    {
        int depth = 1;
        qsizetype i = start;
        const qsizetype limit = std::min(m_text.size(), start + longestCall);
        for (; i < limit && depth > 0; ++i) {
            if (QStringView(u"{[(").contains(m_text.at(i)))
                ++depth;
            else if (QStringView(u"}])").contains(m_text.at(i)))
                --depth;
        }
        return m_text.mid(start, i - start);
    }

    //! To the last address before, or the first of all.
    void give(qsizetype position, const QString &name)
    {
        Found *target = &m_found.first();
        for (Found &found : m_found) {
            if (found.start < position)
                target = &found;
        }
        if (sentKind(name) != SentKind::Plain)
            target->request.query.append({name, {}});
    }

    bool sendsBasic() const
    {
        static const QRegularExpression basic(
            uR"(authorization["']?\s*\]?\s*(?:=>|[:=,])\s*[$frb]*["'`]?\s*basic\b|HTTPBasicAuth|\bauth\s*=\s*\(|CURLOPT_USERPWD|setBasicAuth|basic_auth|AuthenticationHeaderValue\(\s*"Basic")"_s,
            QRegularExpression::CaseInsensitiveOption);
        return basic.match(m_text).hasMatch();
    }

    QString m_text;
    QList<Found> m_found;
};

} // namespace

QList<SeenRequest> scriptRequests(const QString &text)
{
    return Script(text).run();
}

} // namespace relink
