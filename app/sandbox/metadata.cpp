// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/metadata.h"

#include "sandbox/answers.h"

#include <QJsonArray>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

http::Response metadataAnswer(const Visit &visit)
{
    const ProviderPack &pack = *visit.place.pack;
    const QString issuer = visit.world.origin + u'/' + pack.id;
    const bool devices
        = std::any_of(pack.authMethods.begin(), pack.authMethods.end(), [](const AuthMethod &m) {
              return m.discovers && m.kind == AuthKind::DeviceCode;
          });
    QJsonArray grants {u"authorization_code"_s, u"refresh_token"_s};
    QJsonObject metadata {
        {u"issuer"_s, issuer},
        {u"authorization_endpoint"_s, QString(issuer + u"/authorize"_s)},
        {u"token_endpoint"_s, QString(issuer + u"/token"_s)},
        {u"revocation_endpoint"_s, QString(issuer + u"/revoke"_s)},
        {u"userinfo_endpoint"_s, QString(issuer + u"/userinfo"_s)},
        {u"response_types_supported"_s, QJsonArray {u"code"_s}},
        {u"code_challenge_methods_supported"_s, QJsonArray {u"S256"_s}},
        {u"token_endpoint_auth_methods_supported"_s,
         QJsonArray {u"none"_s, u"client_secret_basic"_s, u"client_secret_post"_s}},
    };
    if (devices) {
        grants.append(u"urn:ietf:params:oauth:grant-type:device_code"_s);
        metadata.insert(u"device_authorization_endpoint"_s,
                        QString(issuer + u"/device_authorization"_s));
    }
    metadata.insert(u"grant_types_supported"_s, grants);
    return jsonAnswer(200, metadata);
}

} // namespace relink::sandbox
