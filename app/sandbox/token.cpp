// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/token.h"

#include "sandbox/answers.h"
#include "sandbox/api.h"
#include "sandbox/clientcheck.h"
#include "sandbox/practice.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QUrl>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! The body's parameters, or the refusal of a body that is none the provider takes.
struct Body
{
    Parameters parameters;
    std::optional<http::Response> refusal;
};

Body readBody(const http::Request &request, BodyEncoding encoding)
{
    Body body;
    if (encoding == BodyEncoding::Json) {
        const auto parameters = isJson(request) ? fromJson(request.body) : std::nullopt;
        if (parameters)
            body.parameters = *parameters;
        else
            body.refusal
                = oauthError(400, u"invalid_request"_s, u"The body must be a JSON object."_s);
    } else if (isForm(request)) {
        body.parameters = fromForm(request.body);
    } else {
        body.refusal = oauthError(400, u"invalid_request"_s, u"The body must be form-encoded."_s);
    }
    if (!body.parameters.repeated.isEmpty()) {
        body.refusal
            = oauthError(400, u"invalid_request"_s,
                         body.parameters.repeated.first() + u" was sent more than once."_s);
    }
    return body;
}

http::Response invalidGrant(const ProviderPack &pack, ErrorStage stage, const QString &description)
{
    const RuleFilter wanted
        = [](const ErrorRule &rule) { return rule.oauthError == "invalid_grant"_L1; };
    return packError(pack, {wanted}, stage, std::nullopt, 400)
        .value_or(oauthError(400, u"invalid_grant"_s, description));
}

//! A provider that is known by its metadata alone behaves as strictly as any.
TokenLifetimes lifetimesOf(const AuthMethod &method)
{
    TokenLifetimes lifetimes = method.lifetimes;
    if (method.discovers) {
        lifetimes.access = lifetimes.access.value_or(std::chrono::hours(1));
        lifetimes.rotates = lifetimes.rotates.value_or(true);
    }
    return lifetimes;
}

bool isVerified(const Code &code, const QString &verifier)
{
    if (code.challenge.isEmpty())
        return verifier.isEmpty();
    const QByteArray challenge
        = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return verifier.size() >= 43 && verifier.size() <= 128 && challenge == code.challenge;
}

http::Response tokens(const Visit &visit, const AuthMethod &method, const Grant &grant,
                      bool withRefresh, const QString &sameRefresh = {})
{
    const TokenLifetimes lifetimes = lifetimesOf(method);
    const auto lifetime = lifetimes.accessNeverExpires ? std::nullopt : lifetimes.access;
    QJsonValue answer(QJsonObject {
        {u"access_token"_s, visit.world.ledger.issueAccess(grant.id, lifetime)},
        {u"token_type"_s, u"Bearer"_s},
    });
    QJsonObject object = answer.toObject();
    if (lifetime)
        object.insert(u"expires_in"_s, static_cast<qint64>(lifetime->count()));
    // Where a pack knows that scope, the refresh token hangs on it.
    const bool offline
        = !method.scopes.contains("offline_access"_L1) || grant.scope.contains("offline_access"_L1);
    if (!sameRefresh.isEmpty())
        object.insert(u"refresh_token"_s, sameRefresh);
    else if (withRefresh && offline && !lifetimes.accessNeverExpires)
        object.insert(u"refresh_token"_s, visit.world.ledger.issueRefresh(grant.id));
    if (object.contains("refresh_token"_L1) && lifetimes.refreshHard && !lifetimes.refreshIdle) {
        object.insert(u"refresh_token_expires_in"_s,
                      static_cast<qint64>(lifetimes.refreshHard->count()));
    }
    if (!grant.scope.isEmpty()) {
        object.insert(
            u"scope"_s,
            grant.scope.join(method.scopeSeparator.isEmpty() ? u" "_s : method.scopeSeparator));
    }
    answer = object;
    for (const Capture &capture : method.tokenCaptures) {
        answer = withValueAt(
            answer, capture.from,
            grant.values.value(capture.as, organisation(grant.organisations.value(0)).number));
    }
    if (!method.tokenAnswer.form)
        return jsonAnswer(200, answer);
    QByteArray form;
    const QJsonObject fields = answer.toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        form += form.isEmpty() ? "" : "&";
        form += QUrl::toPercentEncoding(it.key()) + '='
            + QUrl::toPercentEncoding(it.value().toVariant().toString());
    }
    return {200,
            {{"Content-Type", "application/x-www-form-urlencoded"}, {"Cache-Control", "no-store"}},
            form};
}

http::Response exchange(const Visit &visit, const AuthMethod &method, const ClientCheck &client,
                        const Parameters &parameters)
{
    const ProviderPack &pack = *visit.place.pack;
    const auto value = [&](const QString &name) {
        return parameters.value(method.parameterNames.value(name, name));
    };
    const auto refused
        = [&](const QString &why) { return invalidGrant(pack, ErrorStage::Token, why); };
    for (auto it = method.tokenParameters.begin(); it != method.tokenParameters.end(); ++it) {
        if (!parameters.has(it.key()))
            return oauthError(400, u"invalid_request"_s, it.key() + u" is missing."_s);
    }
    Ledger &ledger = visit.world.ledger;
    Code *code = ledger.code(value(u"code"_s));
    Grant *grant = code ? ledger.grant(code->grant) : nullptr;
    if (!grant || grant->provider != pack.id)
        return refused(u"The code is unknown."_s);
    if (code->used) {
        // RFC 6749 4.1.2: what was issued for it is withdrawn.
        grant->end = Grant::End::Reused;
        return refused(u"The code was used before."_s);
    }
    if (grant->environment && visit.place.environment
        && grant->environment != visit.place.environment)
        return refused(u"The code is of the other environment."_s);
    // Any attempt uses the code up, so that nobody can try verifiers.
    code->used = true;
    if (grant->end != Grant::End::None || QDateTime::currentDateTimeUtc() > code->expiresAt)
        return refused(u"The code has expired."_s);
    if (grant->clientId != client.clientId)
        return refused(u"The code was issued to another client."_s);
    if (value(u"redirect_uri"_s) != code->redirectUri)
        return refused(u"The redirect_uri differs from the one of the request."_s);
    if (!isVerified(*code, value(u"code_verifier"_s)))
        return refused(u"The code verifier does not fit the challenge."_s);
    return tokens(visit, method, *grant, true);
}

Answer refresh(const Visit &visit, const AuthMethod &method, const ClientCheck &client,
               const Parameters &parameters)
{
    const ProviderPack &pack = *visit.place.pack;
    const auto refused
        = [&](const QString &why) { return invalidGrant(pack, ErrorStage::Refresh, why); };
    Ledger &ledger = visit.world.ledger;
    const QString name = method.parameterNames.value(u"refresh_token"_s, u"refresh_token"_s);
    const QString given = parameters.value(name);
    if (given.isEmpty())
        return oauthError(400, u"invalid_request"_s, name + u" is missing."_s);
    IssuedToken *token = ledger.refresh(given);
    Grant *grant = token ? ledger.grant(token->grant) : nullptr;
    if (!grant || grant->provider != pack.id || token->revoked)
        return refused(u"The refresh token is unknown."_s);
    if (grant->clientId != client.clientId)
        return refused(u"The refresh token was issued to another client."_s);
    if (grant->environment && visit.place.environment
        && grant->environment != visit.place.environment)
        return refused(u"The refresh token is of the other environment."_s);
    if (grant->end == Grant::End::HardExpired)
        return refused(u"The refresh token has reached the end of its life."_s);
    if (grant->end != Grant::End::None)
        return refused(u"The refresh token was revoked."_s);

    const QDateTime now = QDateTime::currentDateTimeUtc();
    const TokenLifetimes lifetimes = lifetimesOf(method);
    if (token->replacedAt) {
        const qint64 grace = lifetimes.grace ? lifetimes.grace->count() : 0;
        if (token->replacedAt->secsTo(now) >= grace) {
            grant->end = Grant::End::Reused;
            return refused(
                u"The refresh token was used before; all tokens of this grant are withdrawn."_s);
        }
    }
    const bool rotates = lifetimes.rotates.value_or(false);
    if (rotates && !token->replacedAt)
        token->replacedAt = now;
    // Not known to rotate: the token comes back as it is. Known not to: none comes back.
    const http::Response answer
        = tokens(visit, method, *grant, rotates, lifetimes.rotates ? QString() : given);
    if (visit.world.faults.use(pack.id, FaultKind::LoseAnswer))
        return std::nullopt;
    return answer;
}

} // namespace

Answer tokenAnswer(const Visit &visit)
{
    if (visit.request.method != "POST")
        return oauthError(405, u"invalid_request"_s, u"The token endpoint takes POST alone."_s);
    // RFC 6749 2.3.1: nothing secret in the address.
    if (!visit.request.query.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"Parameters belong into the body."_s);
    const QList<const AuthMethod *> &methods = visit.place.methods;
    const AuthMethod &method = *methods.first();
    const Body body = readBody(visit.request, method.tokenEncoding);
    if (body.refusal)
        return body.refusal;
    for (auto it = method.tokenHeaders.begin(); it != method.tokenHeaders.end(); ++it) {
        if (visit.request.header(it.key().toLatin1().constData()).isNull())
            return oauthError(400, u"invalid_request"_s,
                              u"The header %1 is missing."_s.arg(it.key()));
    }
    const ClientCheck client = checkClient(methods, visit.request, body.parameters);
    if (!client.ok)
        return clientRefusal(*visit.place.pack, client);
    const QString type
        = body.parameters.value(method.parameterNames.value(u"grant_type"_s, u"grant_type"_s));
    if (type == "authorization_code"_L1)
        return exchange(visit, method, client, body.parameters);
    if (type == "refresh_token"_L1)
        return refresh(visit, method, client, body.parameters);
    if (type.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"grant_type is missing."_s);
    return oauthError(400, u"unsupported_grant_type"_s,
                      u"Only codes and refresh tokens are taken."_s);
}

Answer revocationAnswer(const Visit &visit)
{
    const ProviderPack &pack = *visit.place.pack;
    const RevocationDefinition &revocation = pack.revocation;
    Ledger &ledger = visit.world.ledger;
    const bool own = visit.place.methods.isEmpty();
    const RevocationStyle style = own ? revocation.style : RevocationStyle::Rfc7009;
    const bool deletes = style == RevocationStyle::Delete;
    if (visit.request.method != (deletes ? "DELETE" : "POST"))
        return oauthError(405, u"invalid_request"_s, u"Wrong method."_s);
    if (deletes || (own && revocation.withApiAuthentication)) {
        Caller caller = authenticate(visit);
        if (caller.refusal)
            return caller.refusal;
        if (caller.grant)
            caller.grant->end = Grant::End::Revoked;
        return jsonAnswer(200, QJsonObject());
    }
    const Body body = readBody(
        visit.request, style == RevocationStyle::Json ? BodyEncoding::Json : BodyEncoding::Form);
    if (body.refusal)
        return body.refusal;
    QList<const AuthMethod *> methods = visit.place.methods;
    if (methods.isEmpty()) {
        for (const AuthMethod &method : pack.authMethods) {
            if (method.kind == AuthKind::AuthorizationCode)
                methods.append(&method);
        }
    }
    const ClientCheck client = checkClient(methods, visit.request, body.parameters);
    if (!client.ok)
        return clientRefusal(pack, client);
    const QString token = body.parameters.value(u"token"_s);
    if (token.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"token is missing."_s);
    const auto isOurs = [&](const IssuedToken *issued) {
        const Grant *grant = issued ? ledger.grant(issued->grant) : nullptr;
        return grant && grant->provider == pack.id && grant->clientId == client.clientId;
    };
    // RFC 7009 2.2: an unknown token is no error. A refresh token takes its grant along.
    if (IssuedToken *issued = ledger.refresh(token); isOurs(issued)) {
        ledger.grant(issued->grant)->end = Grant::End::Revoked;
    } else if (IssuedToken *access = ledger.access(token); isOurs(access)) {
        access->revoked = true;
        if (style == RevocationStyle::Json)
            ledger.grant(access->grant)->end = Grant::End::Revoked;
    }
    return http::Response {200, {{"Cache-Control", "no-store"}}, {}};
}

http::Response metadataAnswer(const Visit &visit)
{
    const QString issuer = visit.world.origin + u'/' + visit.place.pack->id;
    return jsonAnswer(
        200,
        QJsonObject {
            {u"issuer"_s, issuer},
            {u"authorization_endpoint"_s, QString(issuer + u"/authorize"_s)},
            {u"token_endpoint"_s, QString(issuer + u"/token"_s)},
            {u"revocation_endpoint"_s, QString(issuer + u"/revoke"_s)},
            {u"userinfo_endpoint"_s, QString(issuer + u"/userinfo"_s)},
            {u"response_types_supported"_s, QJsonArray {u"code"_s}},
            {u"grant_types_supported"_s, QJsonArray {u"authorization_code"_s, u"refresh_token"_s}},
            {u"code_challenge_methods_supported"_s, QJsonArray {u"S256"_s}},
            {u"token_endpoint_auth_methods_supported"_s,
             QJsonArray {u"none"_s, u"client_secret_basic"_s, u"client_secret_post"_s}},
        });
}

} // namespace relink::sandbox
