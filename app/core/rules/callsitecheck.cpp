// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/callsitecheck.h"

#include "core/rules/headercheck.h"
#include "core/rules/inputs.h"
#include "core/rules/pathcheck.h"
#include "core/rules/signing.h"

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void CallSite::api(const ApiAuthentication &api) const
{
    const QString at = path + u".api"_s;
    const bool authorization = api.header.compare("authorization"_L1, Qt::CaseInsensitive) == 0;
    if (!isHeaderName(api.header) || (isForbiddenHeader(api.header) && !authorization))
        problems.add(at + u".header"_s, u"This is no header for a token."_s);
    problems.headerText(at + u".prefix"_s, api.prefix, PlaceholderNames());
    checkHeaders(problems, at + u".headers"_s, api.headers, names);
    checkHeaders(problems, at + u".secret_headers"_s, api.secretHeaders, names, true);
    for (auto it = api.query.begin(); it != api.query.end(); ++it)
        problems.text(at + u".query."_s + it.key(), it.value(), names);
    const bool basic = api.scheme == ApiScheme::Basic;
    if (basic == api.basicUser.isEmpty())
        problems.add(at + u".basic"_s, u"The scheme “basic”, and only that, needs this."_s);
    problems.text(at + u".basic.user"_s, api.basicUser, names, true);
    problems.text(at + u".basic.password"_s, api.basicPassword, names, true);
    const bool header = api.scheme == ApiScheme::Basic || api.scheme == ApiScheme::OAuth1;
    if (header && (!authorization || !api.prefix.isEmpty())) {
        problems.add(at + u".header"_s, u"This scheme fills the header Authorization by itself."_s);
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

void CallSite::probe(const ProbeDefinition &p, const QJsonObject &o) const
{
    const QString at = path + u".probe"_s;
    if (p.interval && *p.interval < 60s)
        problems.add(at + u".interval_seconds"_s,
                     u"Once a minute is the most: write 60 or more."_s);
    if (p.interval && *p.interval > 168h)
        problems.add(at + u".interval_seconds"_s,
                     u"Once a week is the least: write 604800 or less."_s);
    checkProbePaths(problems, p, at);
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
    checkHeaders(problems, at + u".headers"_s, p.headers, names);
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

void CallSite::revocation(const RevocationDefinition &r, const QJsonObject &o) const
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
        problems.add(at + u".authentication"_s, u"DELETE is sent with the access token: “api”."_s);
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
    problems.headerText(at + u".authorization"_s, r.authorization, names, true);
}

void CallSite::absentProbe(const ProbeDefinition &p, const QJsonObject &o, const QString &at) const
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

} // namespace relink
