// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/metadata.h"

#include "core/rules/tokenresponse.h"
#include "core/rules/urlpolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Plain http can only have been let in for a loopback issuer; its endpoints are judged alike.
bool isPlainHttp(const QString &issuer)
{
    return issuer.startsWith("http://"_L1, Qt::CaseInsensitive);
}

AuthError unreadable(const HttpAnswer &answer, const QString &reason)
{
    AuthError error;
    error.origin = ErrorOrigin::Transport;
    error.code = QLatin1StringView(code::unreadable);
    error.httpStatus = answer.status;
    error.description = reason;
    error.evidence = answer.body.left(8 * 1024);
    return error;
}

} // namespace

QList<QUrl> metadataUrls(const QString &issuer)
{
    const auto checked = checkEndpoint(issuer, true);
    if (!checked || checked->hasQuery())
        return {};
    const QString text = issuer.endsWith(u'/') ? issuer.chopped(1) : issuer;
    const qsizetype authority = text.indexOf("://"_L1) + 3;
    const qsizetype slash = text.indexOf(u'/', authority);
    const QString base = slash < 0 ? text : text.left(slash);
    const QString path = slash < 0 ? QString() : text.mid(slash);

    QList<QUrl> urls;
    const auto add = [&urls](const QString &address) {
        const QUrl url(address, QUrl::StrictMode);
        if (url.isValid() && !urls.contains(url))
            urls.append(url);
    };
    add(base + u"/.well-known/oauth-authorization-server"_s + path);
    add(base + path + u"/.well-known/openid-configuration"_s);
    add(base + u"/.well-known/openid-configuration"_s + path);
    return urls;
}

Result<Endpoints> parseServerMetadata(const HttpAnswer &answer, const QString &issuer)
{
    if (!answer.isSuccess())
        return tokenEndpointError(answer, ErrorOrigin::AuthorizationEndpoint);
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isObject())
        return unreadable(answer, u"The address of the metadata gave no JSON object."_s);
    const QJsonObject o = document.object();

    if (o.value("issuer"_L1).toString() != issuer) {
        AuthError error = localError(code::issuerMismatch,
                                     u"The server calls itself “%1”, not “%2”."_s.arg(
                                         o.value("issuer"_L1).toString().left(200), issuer));
        error.origin = ErrorOrigin::AuthorizationEndpoint;
        return error;
    }

    // RFC 8414 2: whoever gives nobody a page to sign in at names none.
    const QJsonValue grants = o.value("grant_types_supported"_L1);
    const bool hasPage = !grants.isArray() || grants.toArray().contains(u"authorization_code"_s);
    Endpoints endpoints;
    endpoints.issuer = issuer;
    endpoints.issuerInRedirect
        = o.value("authorization_response_iss_parameter_supported"_L1).toBool();
    struct Address
    {
        QLatin1StringView key;
        QUrl *url;
        bool required;
    };
    for (const Address &a :
         {Address {"authorization_endpoint"_L1, &endpoints.authorization, hasPage},
          Address {"token_endpoint"_L1, &endpoints.token, true},
          Address {"revocation_endpoint"_L1, &endpoints.revocation, false},
          Address {"device_authorization_endpoint"_L1, &endpoints.device, false},
          Address {"userinfo_endpoint"_L1, &endpoints.probe, false}}) {
        const QString text = o.value(a.key).toString();
        if (text.isEmpty()) {
            if (a.required) {
                return localError(code::invalidInput,
                                  u"The server's metadata has no “%1”."_s.arg(a.key));
            }
            continue;
        }
        const auto url = checkEndpoint(text, isPlainHttp(issuer));
        if (!url) {
            return localError(code::invalidInput,
                              u"The server's metadata has an unusable “%1”: %2"_s.arg(
                                  a.key, url.error().description));
        }
        *a.url = *url;
    }

    const QJsonValue challenges = o.value("code_challenge_methods_supported"_L1);
    if (!challenges.isUndefined() && !challenges.toArray().contains(u"S256"_s)) {
        return localError(code::invalidInput,
                          u"The server does not take the S256 code challenge."_s);
    }
    return endpoints;
}

} // namespace relink
