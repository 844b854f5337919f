// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"

#include "core/rules/callparts.h"
#include "core/rules/inputs.h"
#include "core/rules/pemtext.h"
#include "core/rules/template.h"

namespace relink {

using namespace Qt::StringLiterals;
using namespace callparts;

namespace {

QMap<QString, QString> effectiveNames(const AuthMethod &method, const QMap<QString, QString> &own)
{
    QMap<QString, QString> names = method.parameterNames;
    names.insert(own);
    return names;
}

//! A standard parameter under the provider's name; nothing where the provider takes none.
void addStandard(TokenCall &call, const AuthMethod &method, const char *standard,
                 const QByteArray &value)
{
    if (const auto name = method.tokenName(QLatin1StringView(standard)))
        addField(call, name->toUtf8(), value);
}

void addGrantType(TokenCall &call, const AuthMethod &method, const QString &standard)
{
    addStandard(call, method, "grant_type", method.grantType(standard).toUtf8());
}

//! RFC 7523 3, from the pack's templates.
Result<UnsignedAssertion> assertionFor(const ResolvedProvider &resolved, const QUrl &endpoint,
                                       const Credential &secrets, const QByteArray &field)
{
    const Assertion &a = resolved.method.assertion;
    UnsignedAssertion result;
    result.field = field;
    result.algorithm = a.algorithm;
    result.lifetime = a.lifetime;
    result.privateKey = SecretBytes(pemText(secrets.inputs.value(a.keyInput).reveal()));
    if (result.privateKey.isEmpty())
        return missing(a.keyInput, u"The private key is missing."_s);
    QMap<QString, QString> values = resolved.values;
    if (!resolved.scope.isEmpty())
        values.insert(u"scope"_s, resolved.scope);
    QMap<QString, QString> claims = a.claims;
    claims.insert(u"iss"_s, a.issuer);
    if (!a.withoutSubject)
        claims.insert(u"sub"_s, a.subject.isEmpty() ? a.issuer : a.subject);
    for (auto it = claims.begin(); it != claims.end(); ++it) {
        const auto value = expandText(it.value(), values);
        if (!value)
            return templateError(value.error());
        result.claims.insert(it.key(), *value);
    }
    QString audience = endpoint.toString(QUrl::FullyEncoded);
    if (!a.audience.isEmpty()) {
        const auto value = expandText(a.audience, values);
        if (!value)
            return templateError(value.error());
        audience = *value;
    }
    result.claims.insert(u"aud"_s, audience);
    if (!a.keyId.isEmpty()) {
        const auto value = expandText(a.keyId, values);
        if (!value)
            return templateError(value.error());
        result.keyId = *value;
    }
    return result;
}

//! A call to the token endpoint with what proves the client, as far as that is a field.
Result<TokenCall> grantCall(const ResolvedProvider &resolved, const QUrl &endpoint,
                            const Credential &secrets)
{
    auto call = tokenCall(resolved, endpoint, secrets);
    if (!call || !call->client || call->client->method != ClientAuthMethod::PrivateKeyJwt)
        return call;
    const auto assertion = assertionFor(resolved, endpoint, secrets, "client_assertion");
    if (!assertion)
        return assertion.error();
    call->assertion = *assertion;
    addField(*call, "client_assertion_type",
             "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    return call;
}

} // namespace

ClientAuthMethod clientAuthenticationFor(const ResolvedProvider &resolved,
                                         const Credential &secrets)
{
    if (resolved.clientAuthentication)
        return *resolved.clientAuthentication;
    const QList<ClientAuthMethod> &methods = resolved.method.clientAuthMethods;
    const bool hasSecret = !secrets.inputs.value(QLatin1StringView(input::clientSecret)).isEmpty();
    for (const ClientAuthMethod method : methods) {
        if ((method != ClientAuthMethod::None) == hasSecret)
            return method;
    }
    return methods.isEmpty() ? ClientAuthMethod::None : methods.first();
}

Result<AuthorizationRequest> authorizationRequest(const ResolvedProvider &resolved,
                                                  const Connection &connection, AttemptId attempt)
{
    Q_UNUSED(connection)
    if (resolved.endpoints.authorization.isEmpty()) {
        return missing(input::authorizationEndpoint,
                       u"The provider's authorisation address is not known."_s);
    }
    if (resolved.clientId.isEmpty())
        return missing(input::clientId, u"The client ID is missing."_s);
    const AuthMethod &method = resolved.method;
    AuthorizationRequest request;
    request.attempt = attempt;
    request.endpoint = resolved.endpoints.authorization;
    request.clientId = resolved.clientId;
    request.scope = resolved.scope;
    request.pkce = method.pkce;
    request.extraParameters = resolved.authorizationParameters;
    request.parameterNames = effectiveNames(method, method.authorizationParameterNames);
    request.callbackNames = effectiveNames(method, method.callbackParameterNames);
    request.redirectMode = resolved.redirectMode;
    request.redirectPort = resolved.redirectPort;
    request.redirectHost = resolved.redirectHost;
    request.redirectUri = resolved.redirectUri;
    request.issuer = resolved.endpoints.issuer;
    request.issuerRequired = resolved.endpoints.issuerInRedirect;
    return request;
}

Result<TokenCall> exchangeCall(const ResolvedProvider &resolved, const Connection &connection,
                               const Credential &secrets, const AuthorizationGrant &grant)
{
    Q_UNUSED(connection)
    auto call = grantCall(resolved, resolved.endpoints.token, secrets);
    if (!call)
        return call;
    const AuthMethod &method = resolved.method;
    addGrantType(*call, method, u"authorization_code"_s);
    addStandard(*call, method, "code", grant.code.reveal());
    addStandard(*call, method, "redirect_uri", grant.redirectUri.toUtf8());
    if (!grant.verifier.isEmpty())
        addStandard(*call, method, "code_verifier", grant.verifier.reveal());
    if (const auto done = addFields(*call, method.tokenParameters, resolved.values); !done)
        return done.error();
    return call;
}

Result<TokenCall> mintCall(const ResolvedProvider &resolved, const Credential &credential)
{
    const AuthMethod &method = resolved.method;
    const QUrl &endpoint = resolved.endpoints.token;
    auto call = grantCall(resolved, endpoint, credential);
    if (!call)
        return call;
    if (method.kind == AuthKind::JwtBearer) {
        const auto assertion = assertionFor(resolved, endpoint, credential, "assertion");
        if (!assertion)
            return assertion.error();
        call->assertion = *assertion;
        addGrantType(*call, method, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s);
    } else {
        addGrantType(*call, method, u"client_credentials"_s);
        if (!resolved.scope.isEmpty())
            addStandard(*call, method, "scope", resolved.scope.toUtf8());
    }
    if (const auto done = addFields(*call, method.tokenParameters, resolved.values); !done)
        return done.error();
    return call;
}

Result<TokenCall> deviceAuthorizationCall(const ResolvedProvider &resolved,
                                          const Credential &secrets)
{
    if (resolved.endpoints.device.isEmpty()) {
        return missing("device_authorization_endpoint",
                       u"This provider has no address for signing in with a code."_s);
    }
    auto call = grantCall(resolved, resolved.endpoints.device, secrets);
    if (call && !resolved.scope.isEmpty())
        addStandard(*call, resolved.method, "scope", resolved.scope.toUtf8());
    return call;
}

Result<TokenCall> deviceTokenCall(const ResolvedProvider &resolved, const Credential &secrets,
                                  const SecretBytes &deviceCode)
{
    auto call = grantCall(resolved, resolved.endpoints.token, secrets);
    if (!call)
        return call;
    addGrantType(*call, resolved.method, u"urn:ietf:params:oauth:grant-type:device_code"_s);
    addField(*call, "device_code", deviceCode.reveal());
    return call;
}

Result<TokenCall> refreshCall(const ResolvedProvider &resolved, const Connection &connection,
                              const Credential &credential)
{
    const AuthMethod &method = resolved.method;
    if (method.kind == AuthKind::Login)
        return loginCall(resolved, connection, credential);
    if (mintsItself(method.kind))
        return mintCall(resolved, credential);
    if (!credential.hasRefresh())
        return localError(code::noRefreshToken);
    const QUrl endpoint = resolved.endpoints.refresh.isEmpty() ? resolved.endpoints.token
                                                               : resolved.endpoints.refresh;
    auto call = grantCall(resolved, endpoint, credential);
    if (!call)
        return call;
    addGrantType(*call, method, u"refresh_token"_s);
    addStandard(*call, method, "refresh_token", credential.refreshToken.reveal());
    if (const auto done = addFields(*call, method.refreshParameters, resolved.values); !done)
        return done.error();
    return call;
}

Result<TokenCall> loginCall(const ResolvedProvider &resolved, const Connection &connection,
                            const Credential &credential)
{
    Q_UNUSED(connection)
    if (resolved.login.isEmpty())
        return missing("login_endpoint", u"This connection does not log in."_s);
    const AuthMethod &method = resolved.method;
    TokenCall call;
    call.endpoint = resolved.login;
    call.encoding = method.loginEncoding;
    const QMap<QString, QString> values = withSecrets(resolved, credential);
    if (const auto done = addFields(call, method.loginFields, values); !done)
        return done.error();
    if (!method.loginBasicUser.isEmpty()) {
        const auto basic = basicValue(method.loginBasicUser, method.loginBasicPassword, values);
        if (!basic)
            return basic.error();
        call.authorization = *basic;
    }
    call.headers.append(HttpHeader {"Accept", "application/json"});
    if (const auto done = addHeaders(call.headers, method.tokenHeaders, resolved.values); !done)
        return done.error();
    return call;
}

Result<AccessToken> accessTokenFromKey(const ResolvedProvider &resolved,
                                       const Credential &credential)
{
    const QString &name = resolved.method.keyInput;
    const QByteArray key = credential.inputs.value(name).reveal();
    AuthError error = localError(key.isEmpty() ? code::missingInput : code::invalidInput);
    error.providerCode = name;
    if (key.isEmpty()) {
        error.description = u"The key is missing."_s;
        return error;
    }
    if (!isHeaderSafe(key)) {
        error.description = u"The key holds characters that cannot be sent."_s;
        return error;
    }
    return AccessToken(key);
}

Result<RefreshToken> refreshTokenFromInput(const ResolvedProvider &resolved,
                                           const Credential &credential)
{
    const QString &name = resolved.method.tokenInput;
    const QByteArray token = credential.inputs.value(name).reveal();
    if (token.isEmpty())
        return missing(name, u"The refresh token is missing."_s);
    return RefreshToken(token);
}

} // namespace relink
