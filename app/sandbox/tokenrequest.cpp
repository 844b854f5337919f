// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/tokenrequest.h"

#include "sandbox/practiceinputs.h"

#include <QUrl>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QString codeGrant = u"authorization_code"_s;
const QString refreshGrant = u"refresh_token"_s;

QStringList grantsOf(const AuthMethod &method)
{
    switch (method.kind) {
    case AuthKind::AuthorizationCode:
        return {codeGrant, refreshGrant};
    case AuthKind::DeviceCode:
        return {u"urn:ietf:params:oauth:grant-type:device_code"_s, refreshGrant};
    case AuthKind::ClientCredentials:
        return {u"client_credentials"_s};
    case AuthKind::JwtBearer:
        return {u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s};
    case AuthKind::RefreshToken:
        return {refreshGrant};
    case AuthKind::ApiKey:
    case AuthKind::Login:
    case AuthKind::Delegated:
        return {};
    }
    return {};
}

//! The standard name of what is asked for; empty when this method knows no such thing.
QString grantTypeOf(const AuthMethod &method, const Parameters &parameters)
{
    const QStringList known = grantsOf(method);
    const auto name = method.tokenName(u"grant_type"_s);
    if (!name) {
        const QString refresh = method.tokenName(refreshGrant).value_or(QString());
        return known.contains(refreshGrant) && parameters.has(refresh) ? refreshGrant
                                                                       : known.value(0);
    }
    const QString given = parameters.value(*name);
    const auto found = std::find_if(known.begin(), known.end(), [&](const QString &standard) {
        return method.grantType(standard) == given;
    });
    return found == known.end() ? QString() : *found;
}

bool addressHasQuery(const AuthMethod &method)
{
    return method.tokenEndpoint.contains(u'?') || method.refreshEndpoint.contains(u'?');
}

//! What must come along, and what must not.
std::optional<http::Response> wrongParameters(const TokenRequest &request)
{
    const AuthMethod &method = request.method;
    for (auto it = method.tokenHeaders.begin(); it != method.tokenHeaders.end(); ++it) {
        const bool missing = request.visit.request.header(it.key().toLatin1().constData()).isNull();
        if (missing && !isOptional(method, it.value())) {
            return oauthError(400, u"invalid_request"_s,
                              u"The header %1 is missing."_s.arg(it.key()));
        }
    }
    const QMap<QString, QString> &extra
        = request.isRefresh() ? method.refreshParameters : method.tokenParameters;
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        const bool fixed = !it.value().contains(u'{');
        if (!request.parameters.has(it.key()) && isOptional(method, it.value()))
            continue;
        if (!request.parameters.has(it.key())
            || (fixed && request.parameters.value(it.key()) != it.value())) {
            return oauthError(400, u"invalid_request"_s, it.key() + u" is missing or wrong."_s);
        }
    }
    const QStringList standard {u"grant_type"_s,   u"code"_s,          u"redirect_uri"_s,
                                u"client_id"_s,    u"client_secret"_s, u"refresh_token"_s,
                                u"code_verifier"_s};
    for (const QString &name : standard) {
        const QString own = request.name(name);
        if (own != name && request.parameters.has(name) && !extra.contains(name)
            && !method.tokenParameterNames.values().contains(name)
            && !method.parameterNames.values().contains(name)) {
            return oauthError(400, u"invalid_request"_s,
                              u"This provider takes no parameter %1."_s.arg(name));
        }
    }
    return std::nullopt;
}

//! Was this way of connecting what the code, or the refresh token, was given for?
bool wasAskedBy(const Visit &visit, const AuthMethod &method, const Parameters &parameters)
{
    Ledger &ledger = visit.world.ledger;
    const auto value = [&](const QString &standard) {
        return parameters.value(method.tokenName(standard).value_or(QString()));
    };
    if (const Code *code = ledger.code(value(u"code"_s)))
        return method.discovers || method.pkce == !code->challenge.isEmpty();
    if (grantTypeOf(method, parameters) != refreshGrant)
        return false;
    const IssuedToken *token = ledger.refresh(value(refreshGrant));
    const Grant *grant = token ? ledger.grant(token->grant) : nullptr;
    return grant ? grant->method == method.id : method.kind == AuthKind::RefreshToken;
}

QList<const AuthMethod *> askedFor(const Visit &visit, const QList<const AuthMethod *> &methods,
                                   const Parameters &parameters)
{
    QList<const AuthMethod *> fitting;
    for (const AuthMethod *method : methods) {
        if (wasAskedBy(visit, *method, parameters))
            fitting.append(method);
    }
    return fitting.isEmpty() ? methods : fitting;
}

} // namespace

Body readBody(const http::Request &request, BodyEncoding encoding, bool addressHasQuery)
{
    Body body;
    const auto refuse = [&body](int status, const QString &why) {
        body.refusal = oauthError(status, u"invalid_request"_s, why);
        return body;
    };
    if (encoding == BodyEncoding::Query) {
        if (request.method != "GET")
            return refuse(405, u"This endpoint takes GET alone."_s);
        body.parameters = fromForm(request.query);
    } else {
        if (request.method != "POST")
            return refuse(405, u"This endpoint takes POST alone."_s);
        // RFC 6749 2.3.1: nothing secret in the address.
        if (!request.query.isEmpty() && !addressHasQuery)
            return refuse(400, u"Parameters belong into the body."_s);
        if (encoding == BodyEncoding::Json) {
            const auto parameters = isJson(request) ? fromJson(request.body) : std::nullopt;
            if (!parameters)
                return refuse(400, u"The body must be a JSON object."_s);
            body.parameters = *parameters;
        } else if (isForm(request)) {
            body.parameters = fromForm(request.body);
        } else {
            return refuse(400, u"The body must be form-encoded."_s);
        }
    }
    if (!body.parameters.repeated.isEmpty())
        return refuse(400, body.parameters.repeated.first() + u" was sent more than once."_s);
    return body;
}

QString TokenRequest::name(const QString &standard) const
{
    return method.tokenName(standard).value_or(QString());
}

QString TokenRequest::value(const QString &standard) const
{
    const QString own = name(standard);
    return own.isEmpty() ? QString() : parameters.value(own);
}

http::Response TokenRequest::refused(const QString &error, const QString &description) const
{
    const ErrorStage stage = isRefresh() ? ErrorStage::Refresh : ErrorStage::Token;
    const TokenAnswer &shape = method.tokenAnswer;
    const bool inside = !shape.successPath.isEmpty();
    const RuleFilter sameWord
        = [&error](const ErrorRule &rule) { return rule.oauthError == error; };
    // Words of a call to the API are none of the token endpoint's.
    const RuleFilter ended = [&error](const ErrorRule &rule) {
        return error == "invalid_grant"_L1
            && (rule.stage == ErrorStage::Token || rule.stage == ErrorStage::Refresh)
            && (rule.errorClass == ErrorClass::ExpiredRefresh
                || rule.errorClass == ErrorClass::Revoked);
    };
    if (const auto own = packError(pack(), {sameWord, ended}, stage, std::nullopt, 400, inside))
        return *own;
    if (!inside)
        return oauthError(400, error, description);
    const QJsonValue body
        = withValueAt(QJsonObject {{u"message"_s, description}}, shape.successPath,
                      shape.successValue == "1"_L1 ? QJsonValue(2) : QJsonValue(1));
    return jsonAnswer(200, body);
}

ReadTokenRequest readTokenRequest(const Visit &visit)
{
    const QList<const AuthMethod *> &methods = visit.place.methods;
    std::optional<http::Response> unreadable;
    Parameters parameters;
    QList<const AuthMethod *> readable;
    QList<const AuthMethod *> fitting;
    for (const AuthMethod *method : methods) {
        const Body body = readBody(visit.request, method->tokenEncoding, addressHasQuery(*method));
        if (body.refusal) {
            unreadable = unreadable ? unreadable : body.refusal;
            continue;
        }
        parameters = body.parameters;
        readable.append(method);
        if (!grantTypeOf(*method, parameters).isEmpty())
            fitting.append(method);
    }
    if (readable.isEmpty())
        return {std::nullopt, unreadable};
    fitting = askedFor(visit, fitting, parameters);
    const ClientCheck client
        = checkClient(visit, fitting.isEmpty() ? readable : fitting, parameters);
    if (!client.ok)
        return {std::nullopt, clientRefusal(*visit.place.pack, client)};
    if (fitting.isEmpty()) {
        const QString name = readable.first()->tokenName(u"grant_type"_s).value_or(QString());
        if (parameters.value(name).isEmpty()) {
            return {std::nullopt,
                    oauthError(400, u"invalid_request"_s, u"grant_type is missing."_s)};
        }
        return {std::nullopt,
                oauthError(400, u"unsupported_grant_type"_s,
                           u"This provider does not know this grant type."_s)};
    }
    TokenRequest request {visit, *client.method, client, parameters,
                          grantTypeOf(*client.method, parameters)};
    if (auto wrong = wrongParameters(request))
        return {std::nullopt, wrong};
    return {request, std::nullopt};
}

} // namespace relink::sandbox
