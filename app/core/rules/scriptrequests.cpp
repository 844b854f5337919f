// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/scriptrequests.h"

#include "core/rules/calledmethod.h"
#include "core/rules/loggedaddress.h"
#include "core/rules/passedquery.h"
#include "core/rules/restofexpression.h"
#include "core/rules/sentkind.h"
#include "core/rules/writtenaddress.h"
#include "core/rules/writtentable.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostRequests = 200;
constexpr int mostTables = 200;

//! Namespaces and places to come back to are addresses that nobody calls.
bool isCalled(const QString &before, const QString &address)
{
    static const QRegularExpression named(
        u"(?:xmlns[:\\w]*|schemaLocation|redirect_?uri|callback_?url|referer|origin)"
        "[\"']?\\s*(?:[:=]|=>)\\s*(?:\\\\?[\"'`]|&(?:quot|apos|#3[49]);)?$"_s,
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
        findLogged();
        std::sort(m_found.begin(), m_found.end(),
                  [](const Found &a, const Found &b) { return a.start < b.start; });
        findAppended();
        readTables();
        readCalls();
        const bool basic = sendsBasic();
        QList<SeenRequest> requests;
        for (Found &found : m_found) {
            SeenRequest &request = found.request;
            const bool alone = m_text.trimmed().size() == found.end - found.start;
            request.form = alone ? SeenRequest::Form::Address : SeenRequest::Form::Script;
            if (!alone && request.method.isEmpty())
                request.method = calledMethod(m_text, found.start, found.end);
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
        qsizetype reach = 0; //!< end of the expression that it begins
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
                add(foundAt(start, start + written.size()));
        }
    }

    //! "/api/Auth?UserName=": the host stands elsewhere.
    void findPaths()
    {
        static const QRegularExpression path(uR"(["'`](/[^\s"'`?]*\?[^\s"'`]*))"_s);
        auto matches = path.globalMatch(m_text);
        while (matches.hasNext() && m_found.size() < mostRequests) {
            const QRegularExpressionMatch match = matches.next();
            add(foundAt(match.capturedStart(1), match.capturedEnd(1)));
        }
    }

    //! What is logged as such; of several only what holds a secret, for they are many.
    void findLogged()
    {
        const qsizetype whole = m_text.trimmed().size();
        for (const LoggedAddress &logged : loggedAddresses(m_text)) {
            if (m_found.size() >= mostRequests)
                return;
            if (isFound(logged.start))
                continue;
            Found found = foundAt(logged.start, logged.end);
            found.request.method = logged.method;
            if (holdsSecret(found) || whole == logged.end - logged.start)
                add(found);
        }
    }

    //! url += "?api_key=…": the address stands before, or elsewhere.
    void findAppended()
    {
        static const QRegularExpression query(uR"(["'`](\?[A-Za-z_][\w.\[\]%-]*=[^\s"'<>`]*))"_s);
        auto matches = query.globalMatch(m_text);
        for (int i = 0; i < mostTables && matches.hasNext(); ++i) {
            const QRegularExpressionMatch match = matches.next();
            if (isFound(match.capturedStart(1)))
                continue;
            const Found found = foundAt(match.capturedStart(1), match.capturedEnd(1));
            if (!holdsSecret(found))
                continue;
            if (m_found.isEmpty())
                add(found);
            else
                before(found.start)->request.query += found.request.query;
        }
    }

    bool isFound(qsizetype position) const
    {
        return std::any_of(m_found.begin(), m_found.end(), [position](const Found &found) {
            return found.start <= position && position < found.reach;
        });
    }

    static bool holdsSecret(const Found &found)
    {
        const QList<SentValue> &query = found.request.query;
        return std::any_of(query.begin(), query.end(), [](const SentValue &sent) {
            const SentKind kind = sentKind(sent.name);
            return kind != SentKind::Plain && kind != SentKind::UserName;
        });
    }

    void add(Found found)
    {
        found.request.line = 1 + int(QStringView(m_text).first(found.start).count(u'\n'));
        m_found += found;
    }

    Found foundAt(qsizetype start, qsizetype end) const
    {
        Found found;
        found.start = start;
        found.end = end;
        readAddress(m_text.mid(start, end - start), found.request);
        splitHost(found.request);
        joined(found);
        return found;
    }

    //! What the same expression joins to the address: … + "&Password=" + password.
    void joined(Found &found) const
    {
        const QString rest = restOfExpression(m_text, found.start, found.end);
        found.reach = found.end + rest.size();
        static const QRegularExpression pair(uR"([?&]([A-Za-z0-9_.\[\]-]+)=([^&\s"'<>`]*))"_s);
        auto matches = pair.globalMatch(rest);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            found.request.query.append({match.captured(1), match.captured(2)});
        }
    }

    //! params={"apiKey": …}, 'query' => […], searchParams.set("apiKey", …)
    void readTables()
    {
        if (m_found.isEmpty())
            return;
        static const QRegularExpression table(
            uR"((?<![\w])["']?(?:params|query|qs|queryParams|query_params|searchParams|queryString)["']?\s*(?:=>|[:=])\s*(?:new\s+\w+\s*\(\s*)?[{\[(])"_s);
        auto tables = table.globalMatch(m_text);
        for (int i = 0; i < mostTables && tables.hasNext(); ++i) {
            const QRegularExpressionMatch match = tables.next();
            if (!isPassedOn(match.capturedStart()))
                continue;
            give(match.capturedStart(), tableNames(bracketed(m_text, match.capturedEnd())));
        }
        // "…?" + urlencode({…}), url.query = encode_www_form(…)
        static const QRegularExpression encoding(
            uR"((?:urlencode|encode_www_form|http_build_query|URLSearchParams|[qQ]uery[sS]tring\.\w+)\s*\(\s*[{\[(]?)"_s);
        auto encodings = encoding.globalMatch(m_text);
        for (int i = 0; i < mostTables && encodings.hasNext(); ++i) {
            const QRegularExpressionMatch match = encodings.next();
            if (!goesIntoAddress(match.capturedStart()))
                continue;
            give(match.capturedStart(), tableNames(bracketed(m_text, match.capturedEnd())));
        }
        static const QRegularExpression adding(
            uR"((?:addQueryItem|searchParams\s*\.\s*(?:set|append)|queryParam|addQuery(?:Param|Parameter)|(?:set|append)QueryParam(?:eter)?)\s*\(\s*["']([\w.-]+)["'])"_s,
            QRegularExpression::CaseInsensitiveOption);
        auto additions = adding.globalMatch(m_text);
        for (int i = 0; i < mostTables && additions.hasNext(); ++i) {
            const QRegularExpressionMatch match = additions.next();
            give(match.capturedStart(), {match.captured(1)});
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

    //! $.get("/orders", {…}): the address may be that of the page itself.
    void readCalls()
    {
        for (const PassedQuery &passed : passedQueries(m_text)) {
            if (m_found.isEmpty())
                add(foundAt(passed.start, passed.start));
            give(passed.end, passed.names);
        }
    }

    //! To the last address before, or the first of all.
    void give(qsizetype position, const QStringList &names)
    {
        for (const QString &name : names) {
            if (sentKind(name) != SentKind::Plain)
                before(position)->request.query.append({name, {}});
        }
    }

    Found *before(qsizetype position)
    {
        Found *target = &m_found.first();
        for (Found &found : m_found) {
            if (found.start < position)
                target = &found;
        }
        return target;
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
