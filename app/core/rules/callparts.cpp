// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/callparts.h"

#include "core/rules/calls.h"
#include "core/rules/inputs.h"
#include "core/rules/template.h"

#include <QUrlQuery>

#include <algorithm>

namespace relink::callparts {

using namespace Qt::StringLiterals;

AuthError missing(const char *key, const QString &sentence)
{
    return missing(QString::fromLatin1(key), sentence);
}

AuthError missing(const QString &key, const QString &sentence)
{
    AuthError error = localError(code::missingInput, sentence);
    error.providerCode = key;
    return error;
}

AuthError templateError(const AuthError &error)
{
    AuthError result = error;
    result.providerCode = error.description;
    result.description = u"“%1” is missing or cannot be used here."_s.arg(error.description);
    return result;
}

bool isHeaderSafe(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

QMap<QString, QString> withSecrets(const ResolvedProvider &resolved, const Credential &credential)
{
    QMap<QString, QString> values = resolved.values;
    for (auto it = credential.inputs.begin(); it != credential.inputs.end(); ++it)
        values.insert(it.key(), QString::fromUtf8(it.value().reveal()));
    return values;
}

namespace {

//! Names with their templates filled in; without those whose optional value was not entered.
Result<QList<std::pair<QString, QString>>> filledIn(const QMap<QString, QString> &templates,
                                                    const QMap<QString, QString> &values)
{
    QList<std::pair<QString, QString>> filled;
    for (auto it = templates.begin(); it != templates.end(); ++it) {
        if (isLeftOut(it.value(), values))
            continue;
        const auto value = expandText(it.value(), values);
        if (!value)
            return templateError(value.error());
        filled.append({it.key(), *value});
    }
    return filled;
}

} // namespace

Result<Done> addHeaders(QList<HttpHeader> &headers, const QMap<QString, QString> &templates,
                        const QMap<QString, QString> &values)
{
    const auto filled = filledIn(templates, values);
    if (!filled)
        return filled.error();
    for (const auto &[name, value] : *filled)
        headers.append(HttpHeader {name.toLatin1(), value.toUtf8()});
    return Done {};
}

Result<SecretBytes> basicValue(const QString &user, const QString &password,
                               const QMap<QString, QString> &values)
{
    QByteArrayList halves;
    for (const QString &half : {user, password}) {
        const auto text = expandText(half, values);
        if (!text)
            return templateError(text.error());
        halves.append(text->toUtf8());
    }
    if (halves.first().contains(':'))
        return localError(code::invalidInput, u"A user name cannot hold a colon here."_s);
    return SecretBytes("Basic " + halves.join(':').toBase64());
}

void addField(TokenCall &call, const QByteArray &name, const QByteArray &value)
{
    call.fields.append({name, SecretBytes(value)});
}

Result<Done> addFields(TokenCall &call, const QMap<QString, QString> &templates,
                       const QMap<QString, QString> &values)
{
    const auto filled = filledIn(templates, values);
    if (!filled)
        return filled.error();
    for (const auto &[name, value] : *filled)
        addField(call, name.toUtf8(), value.toUtf8());
    return Done {};
}

Result<TokenCall> clientlessCall(const ResolvedProvider &resolved, const QUrl &endpoint)
{
    const AuthMethod &method = resolved.method;
    if (endpoint.isEmpty())
        return missing(input::tokenEndpoint, u"The provider's token address is not known."_s);
    TokenCall call;
    call.endpoint = endpoint;
    call.encoding = method.tokenEncoding;
    call.clientIdField = method.tokenName(u"client_id"_s).value_or(QString()).toUtf8();
    call.clientSecretField = method.tokenName(u"client_secret"_s).value_or(QString()).toUtf8();
    call.headers.append(HttpHeader {"Accept", "application/json"});
    if (const auto done = addHeaders(call.headers, method.tokenHeaders, resolved.values); !done)
        return done.error();
    return call;
}

Result<TokenCall> tokenCall(const ResolvedProvider &resolved, const QUrl &endpoint,
                            const Credential &secrets)
{
    auto call = clientlessCall(resolved, endpoint);
    if (!call)
        return call;
    // An assertion that is the grant says who asks; any other call needs a client.
    if (resolved.method.kind != AuthKind::JwtBearer || !resolved.clientId.isEmpty()) {
        if (resolved.clientId.isEmpty())
            return missing(input::clientId, u"The client ID is missing."_s);
        ClientAuthentication client;
        client.method = clientAuthenticationFor(resolved, secrets);
        client.clientId = resolved.clientId;
        const bool takesSecret = client.method != ClientAuthMethod::None
            && client.method != ClientAuthMethod::PrivateKeyJwt;
        if (takesSecret) {
            client.secret = ClientSecret(
                secrets.inputs.value(QLatin1StringView(input::clientSecret)).reveal());
            if (client.secret.isEmpty())
                return missing(input::clientSecret, u"The client secret is missing."_s);
        }
        call->client = client;
    }
    return call;
}

Result<Done> authenticate(ApiCall &call, const ResolvedProvider &resolved,
                          const Credential &credential)
{
    const ApiAuthentication &api = resolved.api;
    const QByteArray &token = credential.accessToken.reveal();
    if (token.isEmpty())
        return missing("access_token", u"There is no access token."_s);
    if (!isHeaderSafe(token))
        return localError(code::invalidInput, u"The access token cannot stand in a header."_s);
    if (const auto done = addHeaders(call.headers, api.headers, resolved.values); !done)
        return done.error();
    const auto parameters = filledIn(api.query, resolved.values);
    if (!parameters)
        return parameters.error();
    QUrlQuery query(call.url);
    for (const auto &[name, value] : *parameters) {
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    if (!parameters->isEmpty())
        call.url.setQuery(query);
    const QMap<QString, QString> values = withSecrets(resolved, credential);
    for (auto it = api.secretHeaders.begin(); it != api.secretHeaders.end(); ++it) {
        const auto value = expandText(it.value(), values);
        if (!value)
            return templateError(value.error());
        if (!isHeaderSafe(value->toUtf8()))
            return localError(code::invalidInput,
                              u"A secret holds characters that cannot be sent."_s);
        call.secretHeaders.append({it.key().toLatin1(), SecretBytes(value->toUtf8())});
    }
    call.secretHeaderName = api.header.toLatin1();
    if (api.scheme == ApiScheme::Basic) {
        const auto value = basicValue(api.basicUser, api.basicPassword, values);
        if (!value)
            return value.error();
        call.secretHeaderValue = *value;
    } else {
        call.secretHeaderValue = SecretBytes(api.prefix.toUtf8() + token);
    }
    return Done {};
}

} // namespace relink::callparts
