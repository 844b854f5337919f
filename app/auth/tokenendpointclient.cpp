// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tokenendpointclient.h"

#include "auth/formencoding.h"
#include "auth/jwtsigner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace relink {

namespace {

//! RFC 6749 2.3.1: Basic credentials, or the fields that stand for them. A client without a
//! secret sends its id alone and no empty secret (R41).
void authenticate(const TokenCall &call, QList<FormField> &fields, QList<HttpHeader> &headers)
{
    if (!call.authorization.isEmpty())
        headers.append(HttpHeader {"Authorization", call.authorization.reveal()});
    if (!call.client)
        return;
    const QByteArray id = call.client->clientId.toUtf8();
    const QByteArray &secret = call.client->secret.reveal();
    const auto add = [&fields](const QByteArray &name, const QByteArray &value) {
        const bool given = std::any_of(fields.begin(), fields.end(),
                                       [&](const FormField &f) { return f.name == name; });
        if (!given && !name.isEmpty() && !value.isEmpty())
            fields.append({name, SecretBytes(value)});
    };
    const auto basic = [&headers](const QByteArray &user, const QByteArray &password) {
        const QByteArray pair = user + ':' + password;
        headers.append(HttpHeader {"Authorization", "Basic " + pair.toBase64()});
    };
    switch (call.client->method) {
    case ClientAuthMethod::None:
        add(call.clientIdField, id);
        break;
    case ClientAuthMethod::Post:
        add(call.clientIdField, id);
        add(call.clientSecretField, secret);
        break;
    case ClientAuthMethod::Basic:
        basic(formEncoded(id), formEncoded(secret));
        break;
    case ClientAuthMethod::BasicRaw:
        basic(id, secret);
        break;
    case ClientAuthMethod::SecretBearer:
        headers.append(HttpHeader {"Authorization", "Bearer " + secret});
        break;
    case ClientAuthMethod::PrivateKeyJwt:
        // The assertion names the client; servers take the id beside it as well (RFC 7523 2.2).
        add(call.clientIdField, id);
        break;
    }
}

QByteArray formBody(const QList<FormField> &fields)
{
    QByteArray body;
    for (const FormField &field : fields) {
        if (!body.isEmpty())
            body += '&';
        body += formEncoded(field.name) + '=' + formEncoded(field.value.reveal());
    }
    return body;
}

//! Null when a value is not UTF-8: JSON cannot carry it, and a mended password is a wrong one.
std::optional<QByteArray> jsonBody(const QList<FormField> &fields)
{
    QJsonObject object;
    for (const FormField &field : fields) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString value = decoder(field.value.reveal());
        if (decoder.hasError())
            return std::nullopt;
        object.insert(QString::fromUtf8(field.name), value);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

TokenEndpointClient::TokenEndpointClient(const HttpLimits &limits)
    : m_http(limits)
{}

QFuture<Result<HttpAnswer>> TokenEndpointClient::post(const TokenCall &call)
{
    HttpRequest request;
    request.method = "POST";
    request.url = call.endpoint;
    QList<FormField> fields = call.fields;
    if (call.assertion) {
        const auto jwt = signedAssertion(*call.assertion, QDateTime::currentDateTimeUtc());
        if (!jwt)
            return QtFuture::makeReadyFuture(Result<HttpAnswer>(jwt.error()));
        fields.append({call.assertion->field, SecretBytes(*jwt)});
    }
    authenticate(call, fields, request.headers);
    if (call.encoding == BodyEncoding::Query) {
        request.method = "GET";
        const QByteArray query = request.url.query(QUrl::FullyEncoded).toLatin1();
        request.url.setQuery(
            QString::fromLatin1((query.isEmpty() ? query : query + '&') + formBody(fields)),
            QUrl::StrictMode);
    } else if (call.encoding == BodyEncoding::Json) {
        const std::optional<QByteArray> body = jsonBody(fields);
        if (!body)
            return QtFuture::makeReadyFuture(Result<HttpAnswer>(
                localError(code::invalidInput, u"A value is not valid UTF-8 text."_s)));
        request.headers.append(HttpHeader {"Content-Type", "application/json"});
        request.body = *body;
    } else {
        request.headers.append(HttpHeader {"Content-Type", "application/x-www-form-urlencoded"});
        request.body = formBody(fields);
    }
    request.headers += call.headers;
    return m_http.send(request);
}

} // namespace relink
