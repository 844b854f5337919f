// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/querycheck.h"

#include "core/rules/inputs.h"

#include <QUrlQuery>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QStringList namesIn(const QString &address)
{
    QStringList names;
    const QUrlQuery query(address.section(u'#', 0, 0).section(u'?', 1));
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        names.append(name);
    return names;
}

//! All names of a call, in whatever way they are written.
QSet<QString> lowered(const QStringList &names)
{
    QSet<QString> set;
    for (const QString &name : names) {
        if (!name.isEmpty())
            set.insert(name.toLower());
    }
    return set;
}

//! A secret has no place in an address; the signature and its time are Relink's.
QStringList namesOfCalls(const ApiAuthentication &api)
{
    QStringList names {u"access_token"_s, u"refresh_token"_s, u"client_secret"_s};
    if (api.scheme == ApiScheme::SignedQuery)
        names << u"sign"_s << u"timestamp"_s;
    if (api.scheme == ApiScheme::OAuth1) {
        names << u"oauth_consumer_key"_s << u"oauth_nonce"_s << u"oauth_signature"_s
              << u"oauth_signature_method"_s << u"oauth_timestamp"_s << u"oauth_token"_s
              << u"oauth_version"_s;
    }
    return names;
}

//! One way of connecting with what it takes from the pack.
class Way
{
public:
    Way(PackProblems &problems, const ProviderPack &pack, qsizetype index)
        : m_problems(problems)
        , m_pack(pack)
        , m_method(pack.authMethods[index])
        , m_path(u"$.auth_methods[%1]"_s.arg(index))
    {}

    void signIn() const
    {
        const AuthMethod &m = m_method;
        for (const QString &name : namesIn(m.authorizationEndpoint)) {
            if (isReservedAuthorizationParameter(name))
                tellOwn(m_path + u".authorization_endpoint"_s, name);
        }
        refuse(m_path + u".authorization_endpoint"_s, m.authorizationEndpoint,
               m.parameterNames.values() + m.authorizationParameterNames.values(),
               m.authorizationParameters.keys());
        const QUrlQuery query(m.authorizationEndpoint.section(u'#', 0, 0).section(u'?', 1));
        for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
            if (name.toLower() == "response_mode"_L1 && value != "query"_L1)
                tell(m_path + u".authorization_endpoint"_s,
                     u"Relink reads the answer from the query alone."_s);
        }
        const QStringList token
            = standardParameters() + m.parameterNames.values() + m.tokenParameterNames.values();
        refuse(m_path + u".token_endpoint"_s, m.tokenEndpoint, token, m.tokenParameters.keys());
        refuse(m_path + u".refresh_endpoint"_s, m.refreshEndpoint, token,
               m.refreshParameters.keys());
        refuse(m_path + u".device_authorization_endpoint"_s, m.deviceEndpoint, token);
        refuse(m_path + u".login_endpoint"_s, m.loginEndpoint, {}, m.loginFields.keys());
    }

    void calls() const
    {
        const ApiAuthentication &api = m_pack.apiOf(&m_method);
        const QStringList own = namesOfCalls(api);
        const QString apiPath = (m_method.api ? m_path : u"$"_s) + u".api"_s;
        for (const QString &name : api.query.keys()) {
            if (own.contains(name, Qt::CaseInsensitive))
                tellOwn(apiPath + u".query."_s + name, name);
            named(apiPath + u".query."_s + name, name);
        }
        named(u"$.organisation_parameter"_s, m_pack.organisationParameter);
        for (const QString &name : m_pack.revocationOf(&m_method).fields.keys())
            named((m_method.revocation ? m_path : u"$"_s) + u".revocation.fields."_s + name, name);
        const QString organisation = m_pack.organisationParameter;
        if (own.contains(organisation, Qt::CaseInsensitive))
            tellOwn(u"$.organisation_parameter"_s, organisation);
        else if (api.query.contains(organisation))
            tellDouble(u"$.organisation_parameter"_s, organisation);
        refuse((m_method.probe ? m_path : u"$"_s) + u".probe.url"_s, m_pack.probeOf(&m_method).url,
               own, api.query.keys() + QStringList {organisation});
        refuse(m_path + u".account_call.url"_s, m_method.accountCall.url, own);
        revocation(own, api.query.keys());
    }

private:
    void named(const QString &path, const QString &name) const
    {
        if (!name.isEmpty() && !isParameterName(name))
            tell(path, u"This is no name of a parameter."_s);
    }

    void revocation(const QStringList &ownOfCalls, const QStringList &ofEveryCall) const
    {
        const RevocationDefinition &r = m_pack.revocationOf(&m_method);
        QStringList names = ownOfCalls;
        QStringList others = ofEveryCall;
        if (r.style != RevocationStyle::Delete) {
            names = standardParameters() + m_method.parameterNames.values()
                + m_method.tokenParameterNames.values()
                + QStringList {u"token"_s, u"token_type_hint"_s, u"access_token"_s};
            others = r.fields.keys();
        }
        refuse((m_method.revocation ? m_path : u"$"_s) + u".revocation.endpoint"_s, r.endpoint,
               names, others);
    }

    void refuse(const QString &path, const QString &address, const QStringList &relinks,
                const QStringList &elsewhere = {}) const
    {
        const QSet<QString> own = lowered(relinks);
        const QSet<QString> others = lowered(elsewhere);
        for (const QString &name : namesIn(address)) {
            if (own.contains(name.toLower()))
                tellOwn(path, name);
            else if (others.contains(name.toLower()))
                tellDouble(path, name);
        }
    }

    void tellOwn(const QString &path, const QString &name) const
    {
        tell(path, u"Relink sets the parameter “%1” itself; a pack cannot."_s.arg(name));
    }
    void tellDouble(const QString &path, const QString &name) const
    {
        tell(path,
             u"The parameter “%1” is sent already: it stands elsewhere in this pack."_s.arg(name));
    }

    //! Once, though several ways share the place.
    void tell(const QString &path, const QString &reason) const
    {
        const PackProblem problem {path, reason};
        if (!m_problems.list.contains(problem))
            m_problems.list.append(problem);
    }

    PackProblems &m_problems;
    const ProviderPack &m_pack;
    const AuthMethod &m_method;
    const QString m_path;
};

} // namespace

void checkQueries(PackProblems &problems, const ProviderPack &pack)
{
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        const Way way(problems, pack, i);
        way.signIn();
        if (pack.authMethods[i].kind != AuthKind::Delegated)
            way.calls();
    }
}

} // namespace relink
