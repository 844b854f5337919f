// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/packcheck.h"

#include "core/rules/authmethodcheck.h"
#include "core/rules/callsitecheck.h"
#include "core/rules/clientcheck.h"
#include "core/rules/environmentcheck.h"
#include "core/rules/headercheck.h"
#include "core/rules/identitycheck.h"
#include "core/rules/misprint.h"
#include "core/rules/namedprobecheck.h"
#include "core/rules/parsementions.h"
#include "core/rules/parsepack.h"
#include "core/rules/querycheck.h"
#include "core/rules/stagecheck.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

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
        common.unite(names);
    }
    return common;
}

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

//! How a chosen organisation is sent, and that there is one to choose.
void checkOrganisation(PackProblems &problems, const ProviderPack &pack)
{
    const bool header = !pack.organisationHeader.isEmpty();
    if (header
        && (!isHeaderName(pack.organisationHeader) || isForbiddenHeader(pack.organisationHeader)))
        problems.add(u"$.organisation_header"_s, u"A pack cannot set this header."_s);
    if (header && !pack.organisationParameter.isEmpty()) {
        problems.add(u"$.organisation_parameter"_s,
                     u"An organisation is sent as a header or as a parameter."_s);
    }
    if (!header && pack.organisationParameter.isEmpty())
        return;
    bool asks = false;
    bool tells = false;
    for (const AuthMethod &method : pack.authMethods) {
        const ProbeDefinition &probe = pack.probeOf(&method);
        asks = asks || !probe.url.isEmpty();
        tells = tells || !probe.organisationId.isEmpty() || !probe.organisationIdPath.isEmpty();
    }
    // Without a probe nothing is known of the provider's organisations, nor is one sent.
    if (asks && !tells) {
        problems.add(header ? u"$.organisation_header"_s : u"$.organisation_parameter"_s,
                     u"Nothing tells the organisation's id: see probe.organisation_id_path."_s);
    }
}

//! Another product makes the calls; where all ways are such, nothing describes calls of our own.
void checkDelegated(PackProblems &problems, const QJsonObject &root)
{
    const QString reason = u"Nothing is called here: every way of connecting is delegated."_s;
    for (const char *key :
         {"api", "named_probes", "organisation_header", "organisation_parameter", "rate_limits"}) {
        if (root.contains(QLatin1StringView(key)))
            problems.add(u"$."_s + QLatin1StringView(key), reason);
    }
    const auto only = [&](const QString &part, const QStringList &allowed) {
        for (const QString &key : root.value(part).toObject().keys()) {
            if (!allowed.contains(key))
                problems.add(u"$."_s + part + u'.' + key, reason);
        }
    };
    only(u"probe"_s, {u"absent_reason"_s});
    only(u"revocation"_s,
         {u"absent_reason"_s, u"menu_path"_s, u"menu_path_confirmed"_s, u"manage_url"_s});
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

QList<PackProblem> packProblems(const ProviderPack &pack, const QJsonObject &root,
                                const QDate &today)
{
    PackProblems problems;
    checkIdentity(problems, pack, today);

    const QJsonArray methods = root.value("auth_methods"_L1).toArray();
    QSet<QString> ids;
    QSet<QString> labels;
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        const QString path = u"$.auth_methods[%1]"_s.arg(i);
        if (ids.contains(pack.authMethods[i].id))
            problems.add(path + u".id"_s, u"Two ways of connecting have this id."_s);
        ids.insert(pack.authMethods[i].id);
        const AuthMethod &method = pack.authMethods[i];
        if (labels.contains(method.label.simplified().toCaseFolded()))
            problems.add(path + u".label"_s, u"Two ways of connecting have this label."_s);
        labels.insert(method.label.simplified().toCaseFolded());
        checkAuthMethod(problems, pack, method, methods.at(i).toObject(), path);
        checkLink(problems, path + u".setup_url"_s, method.setupUrl);
        if (method.revocation)
            checkLink(problems, path + u".revocation.manage_url"_s, method.revocation->manageUrl);
        checkBoundInputs(problems, pack, method, path);
    }
    for (auto it = pack.constants.begin(); it != pack.constants.end(); ++it) {
        const QString at = u"$.constants."_s + it.key();
        if (it.key().contains(u'.'))
            problems.add(at, u"A name has no dot here: {name.path} is the folder of a site."_s);
        else if (isReservedForFilledIn(it.key()))
            problems.add(at, u"Relink itself uses this name for a value; choose another."_s);
        else if (!isPlaceholderName(it.key()) || it.value().isEmpty())
            problems.add(at, u"This is no usable placeholder."_s);
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
        CallSite {problems, u"$"_s, pack, own(&AuthMethod::api)}.api(pack.api);
    CallSite {problems, u"$"_s, pack, own(&AuthMethod::probe)}.probe(
        pack.probe, root.value("probe"_L1).toObject());
    CallSite {problems, u"$"_s, pack, own(&AuthMethod::revocation)}.revocation(
        pack.revocation, root.value("revocation"_L1).toObject());
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        const AuthMethod &m = pack.authMethods[i];
        const QJsonObject object = methods.at(i).toObject();
        const CallSite site {problems, u"$.auth_methods[%1]"_s.arg(i), pack, namesOf(pack, m)};
        if (m.api)
            site.api(*m.api);
        if (m.probe)
            site.probe(*m.probe, object.value("probe"_L1).toObject());
        if (m.revocation)
            site.revocation(*m.revocation, object.value("revocation"_L1).toObject());
    }
    checkMint(problems, pack);
    checkOrganisation(problems, pack);
    for (qsizetype i = 0; i < pack.deprecations.size(); ++i) {
        if (!pack.deprecations[i].date.isValid()) {
            problems.add(u"$.deprecations[%1].date"_s.arg(i),
                         u"This must be a date such as 2026-01-31."_s);
        }
    }
    if (!pack.rateLimits.resetHeader.isEmpty() && !isHeaderName(pack.rateLimits.resetHeader))
        problems.add(u"$.rate_limits.reset_header"_s, u"This is no header."_s);
    if (!anyCalls)
        checkDelegated(problems, root);
    checkTestHosts(problems, pack, names);
    checkQueries(problems, pack);
    checkDoubleHeaders(problems, pack);
    checkRevocationClients(problems, pack);
    checkStages(problems, pack);
    problems.list += errorRuleProblems(pack.errors);
    problems.list += mentionProblems(pack.mentions);
    checkMisprints(problems, u"$"_s, root);
    problems.list += namedProbeProblems(pack, root, today, problems.list);
    return problems.list;
}

} // namespace relink
