// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/packcheck.h"

#include "core/rules/authmethodcheck.h"
#include "core/rules/inputs.h"
#include "core/rules/misprint.h"
#include "core/rules/parsementions.h"
#include "core/rules/parsepack.h"
#include "core/rules/signing.h"
#include "core/rules/template.h"
#include "core/rules/urlpolicy.h"

#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

void checkLink(PackProblems &problems, const QString &path, const QString &link)
{
    if (link.isEmpty())
        return;
    QString sample = link;
    for (const QString &name : placeholders(link).value_or(QStringList()))
        sample.replace(u'{' + name + u'}', u"a"_s);
    // As text: QUrl would write a host in disguise in its plain form.
    if (const auto url = checkEndpoint(sample.section(u'#', 0, 0), false); !url)
        problems.add(path, url.error().description);
}

void checkIdentity(PackProblems &problems, const ProviderPack &pack)
{
    if (!isPackId(pack.id)) {
        problems.add(u"$.id"_s,
                     u"An id has 1 to 64 of a-z, 0-9, dot, hyphen and underscore, begins with a "
                     u"letter or digit and is no device name."_s);
    }
    if (pack.name.trimmed().isEmpty() || pack.name.size() > 80)
        problems.add(u"$.name"_s, u"A name has 1 to 80 characters."_s);
    if (pack.monogram.isEmpty() || pack.monogram.size() > 2)
        problems.add(u"$.monogram"_s, u"A monogram has one or two letters."_s);
    if (pack.sources.isEmpty())
        problems.add(u"$.sources"_s, u"A pack names at least one source."_s);
    if (!pack.checked.isValid())
        problems.add(u"$.checked"_s, u"This must be a date such as 2026-01-31."_s);
    if (pack.authMethods.isEmpty())
        problems.add(u"$.auth_methods"_s, u"A pack needs at least one way of connecting."_s);
    checkLink(problems, u"$.status_page"_s, pack.statusPage);
    checkLink(problems, u"$.documentation"_s, pack.documentation);
    checkLink(problems, u"$.revocation.manage_url"_s, pack.revocation.manageUrl);
}

//! Templates that stand for several ways of connecting may use only what each of them has.
template <typename Uses>
PlaceholderNames commonNames(const ProviderPack &pack, const Uses &uses)
{
    PlaceholderNames common;
    bool first = true;
    for (const AuthMethod &method : pack.authMethods) {
        if (!uses(method))
            continue;
        const PlaceholderNames names = namesOf(pack, method);
        if (std::exchange(first, false)) {
            common = names;
            continue;
        }
        common.open.intersect(names.open);
        common.secret.intersect(names.secret);
        common.unbounded.unite(names.unbounded);
    }
    return common;
}

//! One place where `api`, `probe` and `revocation` stand: the pack, or one way of connecting.
struct CallSite
{
    PackProblems &problems;
    QString path; //!< of the object that holds the three
    const ProviderPack &pack;
    PlaceholderNames names;
    QString apiHeader;

    void companions(const QString &at, const QMap<QString, QString> &headers, bool secrets) const
    {
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            const QString header = at + u'.' + it.key();
            if (!isHeaderName(it.key()) || isForbiddenHeader(it.key())
                || it.key().compare(apiHeader, Qt::CaseInsensitive) == 0) {
                problems.add(header, u"A pack cannot set this header."_s);
            }
            problems.text(header, it.value(), names, secrets);
        }
    }

    void api(const ApiAuthentication &api) const
    {
        const QString at = path + u".api"_s;
        const bool authorization = api.header.compare("authorization"_L1, Qt::CaseInsensitive) == 0;
        if (!isHeaderName(api.header) || (isForbiddenHeader(api.header) && !authorization))
            problems.add(at + u".header"_s, u"This is no header for a token."_s);
        companions(at + u".headers"_s, api.headers, false);
        companions(at + u".secret_headers"_s, api.secretHeaders, true);
        for (auto it = api.query.begin(); it != api.query.end(); ++it)
            problems.text(at + u".query."_s + it.key(), it.value(), names);
        const bool basic = api.scheme == ApiScheme::Basic;
        if (basic == api.basicUser.isEmpty())
            problems.add(at + u".basic"_s, u"The scheme “basic”, and only that, needs this."_s);
        problems.text(at + u".basic.user"_s, api.basicUser, names, true);
        problems.text(at + u".basic.password"_s, api.basicPassword, names, true);
        const bool header = api.scheme == ApiScheme::Basic || api.scheme == ApiScheme::OAuth1;
        if (header && (!authorization || !api.prefix.isEmpty())) {
            problems.add(at + u".header"_s,
                         u"This scheme fills the header Authorization by itself."_s);
        }
        if (api.scheme == ApiScheme::OAuth1) {
            for (const char *name : {input::consumerKey, input::consumerSecret, input::oauth1Token,
                                     input::oauth1TokenSecret}) {
                if (!names.secret.contains(QLatin1StringView(name))) {
                    problems.add(at + u".scheme"_s,
                                 u"A secret input “%1” is missing."_s.arg(QLatin1StringView(name)));
                }
            }
        }
        if (api.scheme == ApiScheme::SignedQuery
            && !names.secret.contains(QLatin1StringView(input::clientSecret))) {
            problems.add(at + u".scheme"_s, u"An input “client_secret” is missing."_s);
        }
    }

    void probe(const ProbeDefinition &p, const QJsonObject &o) const
    {
        const QString at = path + u".probe"_s;
        if (!p.exists() || p.mint) {
            absentProbe(p, o, at);
            return;
        }
        if (!p.absentReason.isEmpty())
            problems.add(at + u".absent_reason"_s, u"There is a probe address."_s);
        problems.address(at + u".url"_s, p.url, names, pack.loopbackHttpAllowed);
        if (!p.reachabilityUrl.isEmpty()) {
            problems.address(at + u".reachability_url"_s, p.reachabilityUrl, names,
                             pack.loopbackHttpAllowed);
        }
        companions(at + u".headers"_s, p.headers, false);
        if (!p.body.isEmpty() && p.method != "POST"_L1)
            problems.add(at + u".body"_s, u"Only POST has a body."_s);
        problems.text(at + u".organisation_id"_s, p.organisationId, names);
        if (!p.organisationId.isEmpty() && !p.organisationIdPath.isEmpty()) {
            problems.add(at + u".organisation_id"_s,
                         u"The organisation's id comes from here or from organisation_id_path."_s);
        }
        if (!p.organisationListPath.isEmpty() && p.organisationIdPath.isEmpty()) {
            problems.add(at + u".organisation_id_path"_s,
                         u"A list of organisations needs the path to an entry's id."_s);
        }
        const QString paths = p.failurePath + p.successPath + p.organisationIdPath
            + p.organisationNamePath + p.organisationListPath + p.identityPath;
        if (!p.jsonAnswer && !paths.isEmpty()) {
            problems.add(at + u".answer"_s, u"Paths need a JSON answer."_s);
        }
    }

    void revocation(const RevocationDefinition &r, const QJsonObject &o) const
    {
        const QString at = path + u".revocation"_s;
        if (!r.exists()) {
            if (r.absentReason.isEmpty()) {
                problems.add(at + u".absent_reason"_s,
                             u"Without an address this key says why there is none."_s);
            }
            for (const auto key : {"style"_L1, "authentication"_L1, "encoding"_L1, "fields"_L1,
                                   "authorization"_L1, "access_survives"_L1}) {
                if (o.contains(key))
                    problems.add(at + u'.' + key, u"This means nothing without an address."_s);
            }
            return;
        }
        problems.address(at + u".endpoint"_s, r.endpoint, names, pack.loopbackHttpAllowed);
        if (!r.absentReason.isEmpty())
            problems.add(at + u".absent_reason"_s, u"There is an address."_s);
        if (r.style == RevocationStyle::Delete && !r.withApiAuthentication) {
            problems.add(at + u".authentication"_s,
                         u"DELETE is sent with the access token: “api”."_s);
        }
        if (r.style != RevocationStyle::Delete && r.withApiAuthentication) {
            problems.add(at + u".authentication"_s,
                         u"Only the style “delete” is sent with the access token."_s);
        }
        if ((r.style == RevocationStyle::Fields) == r.fields.isEmpty())
            problems.add(at + u".fields"_s, u"The style “fields”, and only that, needs this."_s);
        PlaceholderNames tokens = names;
        tokens.secret << u"access_token"_s << u"refresh_token"_s;
        for (auto it = r.fields.begin(); it != r.fields.end(); ++it)
            problems.text(at + u".fields."_s + it.key(), it.value(), tokens, true);
        problems.text(at + u".authorization"_s, r.authorization, names, true);
    }

private:
    void absentProbe(const ProbeDefinition &p, const QJsonObject &o, const QString &at) const
    {
        if (!p.mint && p.absentReason.isEmpty()) {
            problems.add(at + u".absent_reason"_s,
                         u"Without a probe address this key says why there is none."_s);
        }
        if (p.mint && !p.url.isEmpty())
            problems.add(at + u".mint"_s, u"A new token is the proof, or an address is."_s);
        for (const QString &key : o.keys()) {
            if (key != "absent_reason"_L1 && key != "interval_seconds"_L1 && key != "mint"_L1
                && key != "identity_path"_L1) {
                problems.add(at + u'.' + key, u"This means nothing without an address."_s);
            }
        }
    }
};

void checkMint(PackProblems &problems, const ProviderPack &pack)
{
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        const AuthMethod &method = pack.authMethods[i];
        const bool mints = method.kind == AuthKind::ClientCredentials
            || method.kind == AuthKind::JwtBearer || method.kind == AuthKind::Login;
        if (pack.probeOf(&method).mint && !mints) {
            problems.add(u"$.auth_methods[%1]"_s.arg(i),
                         u"The probe asks for a new token, which this way cannot do alone."_s);
        }
    }
}

QSet<QString> authorities(const ProviderPack &pack)
{
    QSet<QString> set;
    const auto add = [&set](const QString &templ) {
        if (!templ.isEmpty())
            set.insert(templateAuthority(templ));
    };
    for (const AuthMethod &m : pack.authMethods) {
        add(m.authorizationEndpoint);
        add(m.tokenEndpoint);
        add(m.refreshEndpoint);
        add(m.loginEndpoint);
        add(m.deviceEndpoint);
        add(m.accountCall.url);
        if (m.probe)
            add(m.probe->url);
        if (m.revocation)
            add(m.revocation->endpoint);
    }
    add(pack.probe.url);
    add(pack.revocation.endpoint);
    return set;
}

void checkEnvironments(PackProblems &problems, const ProviderPack &pack,
                       const PlaceholderNames &names)
{
    const QMap<QString, QString> hosts = pack.hostsByEnvironment.value(Environment::Test);
    const QSet<QString> used = authorities(pack);
    for (auto it = hosts.begin(); it != hosts.end(); ++it) {
        const QString path = u"$.environments.test.hosts."_s + it.key();
        if (!used.contains(it.key()))
            problems.add(path, u"No address of this pack has that host."_s);
        if (it.value().contains(u'/')) {
            problems.add(path, u"This must be a host."_s);
            continue;
        }
        problems.address(path, u"https://"_s + it.value() + u'/', names, false);
    }
    if (!hosts.isEmpty() && !pack.hasTestEnvironment) {
        problems.add(u"$.environments.test.available"_s,
                     u"Hosts for Test Mode mean that there is one."_s);
    }
}

//! R21: what stands in an address is sent as much as what is named apart.
void checkQuery(PackProblems &problems, const QString &path, const QString &address,
                const AuthMethod &method, bool authorizing)
{
    const QUrlQuery query(address.section(u'#', 0, 0).section(u'?', 1));
    const QStringList renamed = method.parameterNames.values();
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        Q_UNUSED(value)
        const bool standard = authorizing ? isReservedAuthorizationParameter(name)
                                          : standardParameters().contains(name.toLower());
        if (standard || renamed.contains(name))
            problems.add(path,
                         u"Relink sets the parameter “%1” itself; a pack cannot."_s.arg(name));
    }
}

void checkMisprints(PackProblems &problems, const QString &path, const QJsonValue &value)
{
    const auto tell = [&problems, &path](const QString &text) {
        if (const QString wrong = misprintIn(text); !wrong.isEmpty())
            problems.add(path, u"“%1” is a misprint of a printed sample."_s.arg(wrong));
    };
    if (value.isString())
        tell(value.toString());
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        checkMisprints(problems, u"%1[%2]"_s.arg(path).arg(i), array.at(i));
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        tell(it.key());
        checkMisprints(problems, path + u'.' + it.key(), *it);
    }
}

} // namespace

QList<PackProblem> packProblems(const ProviderPack &pack, const QJsonObject &root)
{
    PackProblems problems;
    checkIdentity(problems, pack);

    const QJsonArray methods = root.value("auth_methods"_L1).toArray();
    QSet<QString> ids;
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        const QString path = u"$.auth_methods[%1]"_s.arg(i);
        if (ids.contains(pack.authMethods[i].id))
            problems.add(path + u".id"_s, u"Two ways of connecting have this id."_s);
        ids.insert(pack.authMethods[i].id);
        const AuthMethod &method = pack.authMethods[i];
        checkAuthMethod(problems, pack, method, methods.at(i).toObject(), path);
        checkLink(problems, path + u".setup_url"_s, method.setupUrl);
        if (method.revocation)
            checkLink(problems, path + u".revocation.manage_url"_s, method.revocation->manageUrl);
        checkQuery(problems, path + u".authorization_endpoint"_s, method.authorizationEndpoint,
                   method, true);
        checkQuery(problems, path + u".token_endpoint"_s, method.tokenEndpoint, method, false);
        checkQuery(problems, path + u".refresh_endpoint"_s, method.refreshEndpoint, method, false);
    }
    for (auto it = pack.constants.begin(); it != pack.constants.end(); ++it) {
        if (!isPlaceholderName(it.key()) || it.value().isEmpty())
            problems.add(u"$.constants."_s + it.key(), u"This is no usable placeholder."_s);
    }

    const auto calls = [](const AuthMethod &m) { return m.kind != AuthKind::Delegated; };
    const bool anyCalls = std::any_of(pack.authMethods.begin(), pack.authMethods.end(), calls);
    const auto own = [&](const auto &part) {
        return commonNames(pack, [&](const AuthMethod &m) { return calls(m) && !(m.*part); });
    };
    const PlaceholderNames names = commonNames(pack, calls);
    const bool needsApi = std::any_of(pack.authMethods.begin(), pack.authMethods.end(),
                                      [&calls](const AuthMethod &m) { return calls(m) && !m.api; });
    if (needsApi && !root.contains("api"_L1))
        problems.add(u"$.api"_s, u"This key is missing."_s);
    else if (root.contains("api"_L1))
        CallSite {problems, u"$"_s, pack, own(&AuthMethod::api), pack.api.header}.api(pack.api);
    CallSite {problems, u"$"_s, pack, own(&AuthMethod::probe), pack.api.header}.probe(
        pack.probe, root.value("probe"_L1).toObject());
    CallSite {problems, u"$"_s, pack, own(&AuthMethod::revocation), pack.api.header}.revocation(
        pack.revocation, root.value("revocation"_L1).toObject());
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        const AuthMethod &m = pack.authMethods[i];
        const QJsonObject object = methods.at(i).toObject();
        const CallSite site {problems, u"$.auth_methods[%1]"_s.arg(i), pack, namesOf(pack, m),
                             pack.apiOf(&m).header};
        if (m.api)
            site.api(*m.api);
        if (m.probe)
            site.probe(*m.probe, object.value("probe"_L1).toObject());
        if (m.revocation)
            site.revocation(*m.revocation, object.value("revocation"_L1).toObject());
    }
    checkMint(problems, pack);
    const QString taken = pack.api.header;
    if (!pack.organisationHeader.isEmpty()) {
        if (!isHeaderName(pack.organisationHeader) || isForbiddenHeader(pack.organisationHeader)
            || pack.organisationHeader.compare(taken, Qt::CaseInsensitive) == 0)
            problems.add(u"$.organisation_header"_s, u"A pack cannot set this header."_s);
        if (!pack.organisationParameter.isEmpty()) {
            problems.add(u"$.organisation_parameter"_s,
                         u"An organisation is sent as a header or as a parameter."_s);
        }
    }
    for (qsizetype i = 0; i < pack.deprecations.size(); ++i) {
        if (!pack.deprecations[i].date.isValid()) {
            problems.add(u"$.deprecations[%1].date"_s.arg(i),
                         u"This must be a date such as 2026-01-31."_s);
        }
    }
    if (!pack.rateLimits.resetHeader.isEmpty() && !isHeaderName(pack.rateLimits.resetHeader))
        problems.add(u"$.rate_limits.reset_header"_s, u"This is no header."_s);
    if (!anyCalls && root.contains("rate_limits"_L1))
        problems.add(u"$.rate_limits"_s, u"Nothing is called here."_s);
    checkEnvironments(problems, pack, names);
    problems.list += errorRuleProblems(pack.errors);
    problems.list += mentionProblems(pack.mentions);
    checkMisprints(problems, u"$"_s, root);
    return problems.list;
}

} // namespace relink
