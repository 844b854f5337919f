// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"

#include "core/rules/inputs.h"
#include "core/rules/template.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QUrlQuery>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

AuthError missing(const char *key, const QString &sentence)
{
    AuthError error = localError(code::missingInput, sentence);
    error.providerCode = QLatin1StringView(key);
    return error;
}

AuthError templateError(const AuthError &error)
{
    AuthError result = error;
    result.providerCode = error.description;
    result.description = u"“%1” is missing or cannot be used here."_s.arg(error.description);
    return result;
}

QByteArray renamed(const AuthMethod &method, const char *standard)
{
    const QString name = QLatin1StringView(standard);
    return method.parameterNames.value(name, name).toUtf8();
}

void addField(TokenCall &call, const QByteArray &name, const QByteArray &value)
{
    call.fields.append({name, SecretBytes(value)});
}

//! Endpoint, client and headers that every call to the token endpoint has.
Result<TokenCall> baseCall(const ResolvedProvider &resolved, const QUrl &endpoint,
                           const Credential &secrets)
{
    const AuthMethod &method = resolved.method;
    if (endpoint.isEmpty())
        return missing(input::tokenEndpoint, u"The provider's token address is not known."_s);
    if (resolved.clientId.isEmpty())
        return missing(input::clientId, u"The client ID is missing."_s);
    TokenCall call;
    call.endpoint = endpoint;
    ClientAuthentication client;
    client.method = clientAuthenticationFor(resolved, secrets);
    client.clientId = resolved.clientId;
    if (client.method != ClientAuthMethod::None) {
        client.secret
            = ClientSecret(secrets.inputs.value(QLatin1StringView(input::clientSecret)).reveal());
        if (client.secret.isEmpty())
            return missing(input::clientSecret, u"The client secret is missing."_s);
    }
    call.client = client;
    call.encoding = method.tokenEncoding;
    call.clientIdField = renamed(method, "client_id");
    call.clientSecretField = renamed(method, "client_secret");
    call.headers.append(HttpHeader {"Accept", "application/json"});
    for (auto it = method.tokenHeaders.begin(); it != method.tokenHeaders.end(); ++it) {
        const auto value = expandText(it.value(), resolved.values);
        if (!value)
            return templateError(value.error());
        call.headers.append(HttpHeader {it.key().toLatin1(), value->toUtf8()});
    }
    return call;
}

bool isHeaderSafe(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

//! The header that carries the access token, and the companions.
Result<Done> authenticate(ApiCall &call, const ResolvedProvider &resolved,
                          const Credential &credential)
{
    const QByteArray &token = credential.accessToken.reveal();
    if (token.isEmpty())
        return missing("access_token", u"There is no access token."_s);
    if (!isHeaderSafe(token))
        return localError(code::invalidInput, u"The access token cannot stand in a header."_s);
    call.secretHeaderName = resolved.api.header.toLatin1();
    call.secretHeaderValue = SecretBytes(resolved.api.prefix.toUtf8() + token);
    for (auto it = resolved.api.headers.begin(); it != resolved.api.headers.end(); ++it) {
        const auto value = expandText(it.value(), resolved.values);
        if (!value)
            return templateError(value.error());
        call.headers.append(HttpHeader {it.key().toLatin1(), value->toUtf8()});
    }
    return Done {};
}

bool hasHeader(const QList<HttpHeader> &headers, const QByteArray &name)
{
    return std::any_of(headers.begin(), headers.end(), [&name](const HttpHeader &h) {
        return h.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

AuthError captureError(const QString &name, const QString &sentence)
{
    AuthError error = localError(code::invalidInput, sentence);
    error.origin = ErrorOrigin::RedirectListener;
    error.providerCode = name;
    return error;
}

//! The provider signs the other parameters, sorted by name, with the client secret.
bool isSignedRight(const QString &parameter, const Credential &secrets,
                   const AuthorizationGrant &grant)
{
    QMap<QString, QString> parameters = grant.parameters;
    const QByteArray given = parameters.take(parameter).toLatin1().toLower();
    parameters.insert(u"code"_s, QString::fromUtf8(grant.code.reveal()));
    if (!grant.state.isEmpty())
        parameters.insert(u"state"_s, grant.state);
    // As encodeURIComponent() leaves them, with which such signatures are made.
    const QByteArray unescaped = "!'()*";
    QByteArray message;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (!message.isEmpty())
            message += '&';
        message += QUrl::toPercentEncoding(it.key(), unescaped) + '='
            + QUrl::toPercentEncoding(it.value(), unescaped);
    }
    const QByteArray expected
        = QMessageAuthenticationCode::hash(
              message, secrets.inputs.value(QLatin1StringView(input::clientSecret)).reveal(),
              QCryptographicHash::Sha256)
              .toHex();
    // Compared whole, whatever differs first.
    int difference = given.size() == expected.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(given.size(), expected.size()); ++i)
        difference |= given[i] ^ expected[i];
    return difference == 0;
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
    AuthorizationRequest request;
    request.attempt = attempt;
    request.endpoint = resolved.endpoints.authorization;
    request.clientId = resolved.clientId;
    request.scope = resolved.scope;
    request.pkce = resolved.method.pkce;
    request.extraParameters = resolved.authorizationParameters;
    request.parameterNames = resolved.method.parameterNames;
    request.redirectMode = resolved.redirectMode;
    request.redirectPort = resolved.redirectPort;
    request.redirectUri = resolved.redirectUri;
    request.issuer = resolved.endpoints.issuer;
    request.issuerRequired = resolved.endpoints.issuerInRedirect;
    return request;
}

Result<QMap<QString, QString>> callbackCaptures(const ResolvedProvider &resolved,
                                                const Credential &secrets,
                                                const AuthorizationGrant &grant)
{
    const AuthMethod &method = resolved.method;
    if (!method.callbackHmac.isEmpty()) {
        if (!grant.parameters.contains(method.callbackHmac)) {
            return captureError(method.callbackHmac,
                                u"The redirect brought no “%1”."_s.arg(method.callbackHmac));
        }
        if (!isSignedRight(method.callbackHmac, secrets, grant)) {
            AuthError error = localError(code::signatureMismatch);
            error.origin = ErrorOrigin::RedirectListener;
            return error;
        }
    }
    QMap<QString, QString> captures;
    for (const Capture &capture : method.callbackCaptures) {
        const QString value = grant.parameters.value(capture.from);
        if (value.isEmpty())
            return captureError(capture.from, u"The redirect brought no “%1”."_s.arg(capture.from));
        if (!capture.pattern.isEmpty()
            && !QRegularExpression(QRegularExpression::anchoredPattern(capture.pattern))
                    .match(value)
                    .hasMatch()) {
            return captureError(capture.from,
                                u"The redirect's “%1” is unusable."_s.arg(capture.from));
        }
        if (!capture.equals.isEmpty()) {
            const auto expected = expandText(capture.equals, resolved.values);
            if (!expected || expected->compare(value, Qt::CaseInsensitive) != 0) {
                return captureError(
                    capture.from,
                    u"The redirect's “%1” is another than asked for."_s.arg(capture.from));
            }
        }
        captures.insert(capture.as, value);
    }
    return captures;
}

Result<TokenCall> exchangeCall(const ResolvedProvider &resolved, const Connection &connection,
                               const Credential &secrets, const AuthorizationGrant &grant)
{
    Q_UNUSED(connection)
    auto call = baseCall(resolved, resolved.endpoints.token, secrets);
    if (!call)
        return call;
    const AuthMethod &method = resolved.method;
    addField(*call, renamed(method, "grant_type"), "authorization_code");
    addField(*call, renamed(method, "code"), grant.code.reveal());
    addField(*call, renamed(method, "redirect_uri"), grant.redirectUri.toUtf8());
    if (!grant.verifier.isEmpty())
        addField(*call, renamed(method, "code_verifier"), grant.verifier.reveal());
    for (auto it = method.tokenParameters.begin(); it != method.tokenParameters.end(); ++it) {
        const auto value = expandText(it.value(), resolved.values);
        if (!value)
            return templateError(value.error());
        addField(*call, it.key().toUtf8(), value->toUtf8());
    }
    return call;
}

Result<TokenCall> refreshCall(const ResolvedProvider &resolved, const Connection &connection,
                              const Credential &credential)
{
    if (resolved.method.kind == AuthKind::Login)
        return loginCall(resolved, connection, credential);
    if (!credential.hasRefresh())
        return localError(code::noRefreshToken);
    const QUrl endpoint = resolved.endpoints.refresh.isEmpty() ? resolved.endpoints.token
                                                               : resolved.endpoints.refresh;
    auto call = baseCall(resolved, endpoint, credential);
    if (!call)
        return call;
    addField(*call, renamed(resolved.method, "grant_type"), "refresh_token");
    addField(*call, renamed(resolved.method, "refresh_token"), credential.refreshToken.reveal());
    return call;
}

Result<TokenCall> loginCall(const ResolvedProvider &resolved, const Connection &connection,
                            const Credential &credential)
{
    Q_UNUSED(connection)
    if (resolved.login.isEmpty())
        return missing("login_endpoint", u"This connection does not log in."_s);
    TokenCall call;
    call.endpoint = resolved.login;
    call.encoding = resolved.method.loginEncoding;
    QMap<QString, QString> values = resolved.values;
    for (auto it = credential.inputs.begin(); it != credential.inputs.end(); ++it)
        values.insert(it.key(), QString::fromUtf8(it.value().reveal()));
    const QMap<QString, QString> &fields = resolved.method.loginFields;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const auto value = expandText(it.value(), values);
        if (!value)
            return templateError(value.error());
        addField(call, it.key().toUtf8(), value->toUtf8());
    }
    call.headers.append(HttpHeader {"Accept", "application/json"});
    for (auto it = resolved.method.tokenHeaders.begin(); it != resolved.method.tokenHeaders.end();
         ++it) {
        const auto value = expandText(it.value(), resolved.values);
        if (!value)
            return templateError(value.error());
        call.headers.append(HttpHeader {it.key().toLatin1(), value->toUtf8()});
    }
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

QList<RevocationCall> revocationCalls(const ResolvedProvider &resolved,
                                      const Connection &connection, const Credential &credential)
{
    Q_UNUSED(connection)
    const QUrl &endpoint = resolved.endpoints.revocation;
    QList<RevocationCall> calls;
    if (endpoint.isEmpty())
        return calls;
    if (resolved.revocation.style == RevocationStyle::Delete) {
        ApiCall call;
        call.method = "DELETE";
        call.url = endpoint;
        if (authenticate(call, resolved, credential))
            calls.append(call);
        return calls;
    }
    const auto revoke = [&](const QByteArray &token, const QByteArray &hint) {
        auto call = baseCall(resolved, endpoint, credential);
        if (token.isEmpty() || !call)
            return;
        addField(*call, "token", token);
        if (resolved.revocation.style == RevocationStyle::Json)
            call->encoding = BodyEncoding::Json;
        else {
            call->encoding = BodyEncoding::Form;
            addField(*call, "token_type_hint", hint);
        }
        calls.append(*call);
    };
    revoke(credential.refreshToken.reveal(), "refresh_token");
    // A provider's own call ends the whole grant with either token.
    if (calls.isEmpty() || resolved.revocation.style == RevocationStyle::Rfc7009)
        revoke(credential.accessToken.reveal(), "access_token");
    return calls;
}

Result<ApiCall> probeCall(const ResolvedProvider &resolved, const Connection &connection,
                          const Credential &credential)
{
    if (resolved.endpoints.probe.isEmpty())
        return missing(input::probeUrl, u"There is no address for checking this connection."_s);
    ApiCall call;
    call.url = resolved.endpoints.probe;
    if (const auto done = authenticate(call, resolved, credential); !done)
        return done.error();
    if (!resolved.ownProbe) {
        call.method = resolved.probe.method.toLatin1();
        call.body = resolved.probe.body;
        for (auto it = resolved.probe.headers.begin(); it != resolved.probe.headers.end(); ++it) {
            const auto value = expandText(it.value(), resolved.values);
            if (!value)
                return templateError(value.error());
            call.headers.append(HttpHeader {it.key().toLatin1(), value->toUtf8()});
        }
    }
    const bool tellsOrganisation = !resolved.organisationHeader.isEmpty()
        && !connection.organisation.id.isEmpty()
        && (resolved.ownProbe || resolved.probe.sendsOrganisation);
    if (tellsOrganisation) {
        call.headers.append(HttpHeader {resolved.organisationHeader.toLatin1(),
                                        connection.organisation.id.toUtf8()});
    }
    if (!hasHeader(call.headers, "Accept"))
        call.headers.append(HttpHeader {"Accept", "application/json"});
    return call;
}

} // namespace relink
