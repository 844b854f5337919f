// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/headercheck.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! The headers of one call, in the order in which they are told.
class Call
{
public:
    Call(PackProblems &problems, QSet<QString> &told)
        : m_problems(problems)
        , m_told(told)
    {}

    void add(const QString &path, const QString &name)
    {
        if (name.isEmpty())
            return;
        const QString former = m_paths.value(name.toLower());
        if (former.isEmpty()) {
            m_paths.insert(name.toLower(), path);
        } else if (former != path && !m_told.contains(path)) {
            m_told.insert(path);
            m_problems.add(path, u"This header is sent already: see %1."_s.arg(former));
        }
    }

    void add(const QString &path, const QMap<QString, QString> &headers)
    {
        for (auto it = headers.begin(); it != headers.end(); ++it)
            add(path + u'.' + it.key(), it.key());
    }

private:
    PackProblems &m_problems;
    QSet<QString> &m_told;
    QMap<QString, QString> m_paths;
};

} // namespace

void checkDoubleHeaders(PackProblems &problems, const ProviderPack &pack)
{
    QSet<QString> told;
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        const AuthMethod &method = pack.authMethods[i];
        const QString own = u"$.auth_methods[%1]"_s.arg(i);
        Call tokenCall(problems, told);
        tokenCall.add(own + u".token_headers"_s, method.tokenHeaders);
        if (method.kind == AuthKind::Delegated)
            continue;
        const ApiAuthentication &api = pack.apiOf(&method);
        const QString apiPath = (method.api ? own : u"$"_s) + u".api"_s;
        const QString probePath = (method.probe ? own : u"$"_s) + u".probe"_s;
        Call call(problems, told);
        call.add(apiPath + u".header"_s, api.header);
        call.add(apiPath + u".headers"_s, api.headers);
        call.add(apiPath + u".secret_headers"_s, api.secretHeaders);
        call.add(u"$.organisation_header"_s, pack.organisationHeader);
        call.add(probePath + u".headers"_s, pack.probeOf(&method).headers);
    }
}

void checkHeaders(PackProblems &problems, const QString &path,
                  const QMap<QString, QString> &headers, const PlaceholderNames &names,
                  bool secretsToo)
{
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QString at = path + u'.' + it.key();
        if (!isHeaderName(it.key()) || isForbiddenHeader(it.key()))
            problems.add(at, u"A pack cannot set this header."_s);
        problems.headerText(at, it.value(), names, secretsToo);
    }
}

} // namespace relink
