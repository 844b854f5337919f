// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/requestlint.h"

#include "core/rules/misprint.h"
#include "core/rules/plaintext.h"
#include "core/rules/saferequest.h"
#include "core/rules/seenrequests.h"
#include "core/rules/sentkind.h"
#include "core/rules/shownaddress.h"
#include "core/rules/urlpolicy.h"

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostSuggestions = 3;

QString namesOf(const QList<SentValue> &values, const QList<SentKind> &kinds)
{
    QStringList names;
    for (const SentValue &value : values) {
        const QString name = shownName(value.name);
        if (kinds.contains(sentKind(value.name)) && !names.contains(name))
            names += name;
    }
    return names.join(u", "_s);
}

bool isPlainHttp(const SeenRequest &request)
{
    return (request.scheme == "http"_L1 || request.scheme == "ws"_L1)
        && !isLoopback(QUrl(u"http://"_s % request.host));
}

class Linter
{
public:
    explicit Linter(const QString &text)
        : m_text(text)
    {}

    RequestLint run(const QList<const ProviderPack *> &packs)
    {
        const QList<SeenRequest> requests = seenRequests(m_text);
        m_lint.hasRequest = !requests.isEmpty();
        QStringList suggestions;
        for (const SeenRequest &request : requests) {
            const qsizetype before = m_lint.findings.size();
            judge(request);
            const bool flawed = m_lint.findings.size() > before
                || !misprintIn(QString(request.host % request.path)).isEmpty();
            if (flawed && suggestions.size() < mostSuggestions && isNew(request)) {
                const QString safe = safeRequest(request, packs);
                if (!suggestions.contains(safe))
                    suggestions += safe;
            }
        }
        findMisprints();
        std::stable_sort(
            m_lint.findings.begin(), m_lint.findings.end(),
            [](const RequestFinding &a, const RequestFinding &b) { return a.line < b.line; });
        m_lint.suggested = suggestions.join(u"\n\n"_s);
        return m_lint;
    }

private:
    void judge(const SeenRequest &request)
    {
        const QList<SentValue> &query = request.query;
        const bool login = hasKind(query, SentKind::Login);
        const bool secret = login || hasKind(query, SentKind::Token);
        if (secret) {
            add(request, RequestFlaw::CredentialsInQuery,
                namesOf(query, {SentKind::UserName, SentKind::Login, SentKind::Token}));
        }
        if (hasKind(query, SentKind::Key))
            add(request, RequestFlaw::KeyInQuery, namesOf(query, {SentKind::Key}));
        if (!request.user.isEmpty())
            add(request, RequestFlaw::CredentialsInAddress, shownHost(request.host));
        // An address alone is opened by GET.
        const bool gets = request.method == "GET"_L1
            || (request.method.isEmpty() && (request.form == SeenRequest::Form::Address || login));
        const bool signsIn = isSignIn(request);
        if (gets
            && (login
                || (signsIn
                    && (request.method == "GET"_L1 || secret || hasKind(query, SentKind::Key))))) {
            add(request, RequestFlaw::GetAuthentication,
                QString(shownHost(request.host) % shownPath(request.path)));
        }
        if (isPlainHttp(request)) {
            add(request, RequestFlaw::NoTls, shownHost(request.host));
            if (request.basic || !request.user.isEmpty())
                add(request, RequestFlaw::BasicWithoutTls, shownHost(request.host));
        }
        if (!request.visible.isEmpty())
            add(request, RequestFlaw::SecretInArguments, request.visible.join(u", "_s));
    }

    void findMisprints()
    {
        int line = 0;
        for (const QString &content : m_text.split(u'\n')) {
            ++line;
            if (const QString misprint = misprintIn(content); !misprint.isEmpty())
                m_lint.findings.append(
                    {RequestFlaw::Misprint, line, hostAround(content, misprint)});
        }
    }

    //! A host or path is told whole.
    static QString hostAround(const QString &content, const QString &misprint)
    {
        const auto belongs
            = [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_'; };
        qsizetype start = content.indexOf(misprint);
        qsizetype end = start + misprint.size();
        while (start > 0 && belongs(content.at(start - 1)))
            --start;
        while (end < content.size() && belongs(content.at(end)))
            ++end;
        return plainText(content.mid(start, end - start), 80);
    }

    void add(const SeenRequest &request, RequestFlaw flaw, const QString &what)
    {
        const RequestFinding finding {flaw, request.line, what};
        if (!m_lint.findings.contains(finding))
            m_lint.findings += finding;
    }

    //! Scripts repeat a request many times.
    bool isNew(SeenRequest request)
    {
        request.line = 0;
        if (m_written.contains(request))
            return false;
        m_written += request;
        return true;
    }

    const QString &m_text;
    QList<SeenRequest> m_written;
    RequestLint m_lint;
};

} // namespace

RequestLint lintRequest(const QString &text, const QList<const ProviderPack *> &packs)
{
    return Linter(text).run(packs);
}

} // namespace relink
