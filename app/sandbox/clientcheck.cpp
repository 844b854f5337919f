// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/clientcheck.h"

#include "sandbox/answers.h"
#include "sandbox/practice.h"

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool takes(const QList<const AuthMethod *> &methods, ClientAuthMethod way)
{
    return std::any_of(methods.begin(), methods.end(), [way](const AuthMethod *m) {
        return m->clientAuthMethods.contains(way)
            || (m->clientAuthMethods.isEmpty() && m->discovers);
    });
}

//! One part of a Basic pair, form-decoded (RFC 6749 2.3.1).
QString formDecoded(const QByteArray &part)
{
    const auto fields = http::decodeForm("v=" + part);
    return fields.isEmpty() ? QString() : fields.first().second;
}

ClientCheck basic(const QList<const AuthMethod *> &methods, const QByteArray &encoded)
{
    ClientCheck check;
    check.usedBasic = true;
    const auto result
        = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray pair = result ? *result : QByteArray();
    const qsizetype colon = pair.indexOf(':');
    if (colon < 0) {
        check.problem = u"The Authorization header is not a Basic pair."_s;
        return check;
    }
    const QByteArray id = pair.left(colon);
    const QByteArray secret = pair.mid(colon + 1);
    if (takes(methods, ClientAuthMethod::Basic)
        && formDecoded(secret) == QLatin1StringView(clientSecret)) {
        check.clientId = formDecoded(id);
        check.ok = true;
    } else if (takes(methods, ClientAuthMethod::BasicRaw) && secret == clientSecret) {
        check.clientId = QString::fromUtf8(id);
        check.ok = true;
    } else if (!takes(methods, ClientAuthMethod::Basic)
               && !takes(methods, ClientAuthMethod::BasicRaw)) {
        check.problem = u"This provider takes no Basic authentication."_s;
    } else {
        check.problem = u"The client secret is wrong."_s;
    }
    return check;
}

} // namespace

ClientCheck checkClient(const QList<const AuthMethod *> &methods, const http::Request &request,
                        const Parameters &parameters)
{
    const auto named = [&methods](const QString &name) {
        return methods.isEmpty() ? name : methods.first()->parameterNames.value(name, name);
    };
    const QString bodyId = parameters.value(named(u"client_id"_s));
    const QString bodySecret = parameters.value(named(u"client_secret"_s));
    const QByteArray header = request.header("Authorization");
    if (header.left(6).compare("basic ", Qt::CaseInsensitive) == 0) {
        ClientCheck check = basic(methods, header.mid(6).trimmed());
        if (check.ok && !bodySecret.isEmpty()) {
            check.ok = false;
            check.problem = u"One way of client authentication at a time (RFC 6749 2.3)."_s;
        }
        return check;
    }
    ClientCheck check;
    check.clientId = bodyId;
    if (bodyId.isEmpty()) {
        check.problem = u"The client id is missing."_s;
    } else if (!bodySecret.isEmpty()) {
        if (!takes(methods, ClientAuthMethod::Post))
            check.problem = u"This provider takes no secret in the body."_s;
        else if (bodySecret != QLatin1StringView(clientSecret))
            check.problem = u"The client secret is wrong."_s;
        else
            check.ok = true;
    } else if (takes(methods, ClientAuthMethod::None)) {
        check.ok = true;
    } else {
        check.problem = u"The client secret is missing."_s;
    }
    return check;
}

http::Response clientRefusal(const ProviderPack &pack, const ClientCheck &check)
{
    http::Response response
        = packError(pack, {ofClass(ErrorClass::InvalidClient)}, ErrorStage::Token, 401, 401)
              .value_or(oauthError(401, u"invalid_client"_s, check.problem));
    if (check.usedBasic)
        response.headers.append(HttpHeader {"WWW-Authenticate", "Basic realm=\"practice\""});
    return response;
}

} // namespace relink::sandbox
