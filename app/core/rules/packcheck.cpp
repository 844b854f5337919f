// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/packcheck.h"

#include "core/rules/authmethodcheck.h"
#include "core/rules/parsepack.h"

#include <QSet>
#include <QUrl>

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
    if (!checkBrowserUrl(QUrl(sample, QUrl::StrictMode), false))
        problems.add(path, u"This must be an https address."_s);
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

//! Templates that stand for every way of connecting may use only what each of them has.
PlaceholderNames commonNames(const ProviderPack &pack)
{
    PlaceholderNames common;
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        const PlaceholderNames names = namesOf(pack, pack.authMethods[i]);
        if (i == 0) {
            common = names;
            continue;
        }
        common.open.intersect(names.open);
        common.secret.intersect(names.secret);
        common.unbounded.unite(names.unbounded);
    }
    return common;
}

void checkCompanions(PackProblems &problems, const QString &path,
                     const QMap<QString, QString> &headers, const PlaceholderNames &names,
                     const QString &taken)
{
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QString at = path + u'.' + it.key();
        if (!isHeaderName(it.key()) || isForbiddenHeader(it.key())
            || it.key().compare(taken, Qt::CaseInsensitive) == 0) {
            problems.add(at, u"A pack cannot set this header."_s);
        }
        problems.text(at, it.value(), names);
    }
}

void checkProbe(PackProblems &problems, const ProviderPack &pack, const QJsonObject &root,
                const PlaceholderNames &names)
{
    const ProbeDefinition &p = pack.probe;
    const QJsonObject o = root.value("probe"_L1).toObject();
    if (!p.exists()) {
        if (p.absentReason.isEmpty()) {
            problems.add(u"$.probe.absent_reason"_s,
                         u"Without a probe address this key says why there is none."_s);
        }
        for (const QString &key : o.keys()) {
            if (key != "absent_reason"_L1 && key != "interval_seconds"_L1
                && key != "identity_path"_L1) {
                problems.add(u"$.probe."_s + key, u"This means nothing without an address."_s);
            }
        }
        return;
    }
    if (!p.absentReason.isEmpty())
        problems.add(u"$.probe.absent_reason"_s, u"There is a probe address."_s);
    problems.address(u"$.probe.url"_s, p.url, names, pack.loopbackHttpAllowed);
    checkCompanions(problems, u"$.probe.headers"_s, p.headers, names, pack.api.header);
    if (!p.body.isEmpty() && p.method != "POST"_L1)
        problems.add(u"$.probe.body"_s, u"Only POST has a body."_s);
    problems.text(u"$.probe.organisation_id"_s, p.organisationId, names);
    if (!p.organisationId.isEmpty() && !p.organisationIdPath.isEmpty()) {
        problems.add(u"$.probe.organisation_id"_s,
                     u"The organisation's id comes from here or from organisation_id_path."_s);
    }
    if (!p.organisationListPath.isEmpty() && p.organisationIdPath.isEmpty()) {
        problems.add(u"$.probe.organisation_id_path"_s,
                     u"A list of organisations needs the path to an entry's id."_s);
    }
    const QString paths = p.failurePath + p.organisationIdPath + p.organisationNamePath
        + p.organisationListPath + p.identityPath;
    if (!p.jsonAnswer && !paths.isEmpty()) {
        problems.add(u"$.probe.answer"_s, u"Paths need a JSON answer."_s);
    }
}

void checkRevocation(PackProblems &problems, const ProviderPack &pack, const QJsonObject &root,
                     const PlaceholderNames &names)
{
    const RevocationDefinition &r = pack.revocation;
    if (r.menuPath.isEmpty()) {
        problems.add(u"$.revocation.menu_path"_s,
                     u"The way to end the access at the provider is always told."_s);
    }
    if (r.exists()) {
        problems.address(u"$.revocation.endpoint"_s, r.endpoint, names, pack.loopbackHttpAllowed);
        if (!r.absentReason.isEmpty())
            problems.add(u"$.revocation.absent_reason"_s, u"There is an address."_s);
        if (r.style == RevocationStyle::Delete && !r.withApiAuthentication) {
            problems.add(u"$.revocation.authentication"_s,
                         u"DELETE is sent with the access token: “api”."_s);
        }
        if (r.style != RevocationStyle::Delete && r.withApiAuthentication) {
            problems.add(u"$.revocation.authentication"_s,
                         u"Only the style “delete” is sent with the access token."_s);
        }
        return;
    }
    if (r.absentReason.isEmpty()) {
        problems.add(u"$.revocation.absent_reason"_s,
                     u"Without an address this key says why there is none."_s);
    }
    for (const auto key : {"style"_L1, "authentication"_L1}) {
        if (root.value("revocation"_L1).toObject().contains(key))
            problems.add(u"$.revocation."_s + key, u"This means nothing without an address."_s);
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
        checkAuthMethod(problems, pack, pack.authMethods[i], methods.at(i).toObject(), path);
    }
    for (auto it = pack.constants.begin(); it != pack.constants.end(); ++it) {
        if (!isPlaceholderName(it.key()) || it.value().isEmpty())
            problems.add(u"$.constants."_s + it.key(), u"This is no usable placeholder."_s);
    }

    const PlaceholderNames names = commonNames(pack);
    if (!isHeaderName(pack.api.header)
        || (isForbiddenHeader(pack.api.header)
            && pack.api.header.compare("authorization"_L1, Qt::CaseInsensitive) != 0)) {
        problems.add(u"$.api.header"_s, u"This is no header for a token."_s);
    }
    checkCompanions(problems, u"$.api.headers"_s, pack.api.headers, names, pack.api.header);
    if (!pack.organisationHeader.isEmpty()) {
        if (!isHeaderName(pack.organisationHeader) || isForbiddenHeader(pack.organisationHeader)
            || pack.organisationHeader.compare(pack.api.header, Qt::CaseInsensitive) == 0)
            problems.add(u"$.organisation_header"_s, u"A pack cannot set this header."_s);
    }
    checkProbe(problems, pack, root, names);
    checkRevocation(problems, pack, root, names);
    checkEnvironments(problems, pack, names);
    problems.list += errorRuleProblems(pack.errors);
    return problems.list;
}

} // namespace relink
