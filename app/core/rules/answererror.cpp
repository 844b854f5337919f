// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/answererror.h"

#include "core/rules/answerjson.h"
#include "core/rules/httpdate.h"
#include "core/rules/jsonpath.h"
#include "core/rules/redact.h"
#include "core/rules/retryafter.h"
#include "core/rules/tokenresponse.h"
#include "core/rules/wwwauthenticate.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype evidenceMaximum = 8 * 1024;
constexpr qsizetype descriptionMaximum = 2000;
constexpr qsizetype codeMaximum = 200;

QJsonValue tokensHidden(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue &element : value.toArray())
            result.append(tokensHidden(element));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject result = value.toObject();
    for (auto it = result.begin(); it != result.end(); ++it) {
        QString key = it.key().toLower();
        key.remove(u'_').remove(u' ').remove(u'-');
        it.value() = key.endsWith(u"token") || key.endsWith(u"secret")
            ? QJsonValue(hiddenMark.toString())
            : tokensHidden(it.value());
    }
    return result;
}

//! What of the body may be kept beside the error. An answer that counts as a success to the
//! server may hold tokens even when it is none to us.
//! A token endpoint's success may hold tokens in any form; a resource holds none.
QByteArray evidenceOf(const HttpAnswer &answer, ErrorOrigin origin)
{
    if (!answer.isSuccess())
        return answer.body.left(evidenceMaximum);
    const QJsonValue json = parseAnswerJson(answer.body);
    if (json.isObject())
        return QJsonDocument(tokensHidden(json).toObject())
            .toJson(QJsonDocument::Compact)
            .left(evidenceMaximum);
    const bool xml = origin == ErrorOrigin::Resource && answer.body.trimmed().startsWith('<');
    if (isPage(answer) || xml)
        return redact(QString::fromUtf8(answer.body.left(evidenceMaximum)))
            .toUtf8()
            .left(evidenceMaximum);
    return {};
}

//! The first of the names that has a scalar value; without regard to case.
QString firstScalar(const QJsonValue &value, std::initializer_list<const char16_t *> names)
{
    for (const char16_t *name : names) {
        const QString text = scalarAt(value, QStringView(name).toString(), Qt::CaseInsensitive);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

//! Where providers put the part that says what went wrong.
QJsonValue errorPart(const QJsonValue &json)
{
    for (const char16_t *path :
         {u"error", u"errors[0]", u"fault.error[0]", u"fault", u"error[0]"}) {
        const QJsonValue part = atPath(json, QStringView(path).toString(), Qt::CaseInsensitive);
        if (part.isObject() && !part.toObject().isEmpty())
            return part;
    }
    return QJsonValue::Undefined;
}

void readErrorObject(const QJsonObject &object, AuthError *error)
{
    const QJsonValue named = answerField(object, "error"_L1);
    if (named.isString())
        error->code = named.toString();
    error->description = scalarText(answerField(object, "error_description"_L1));
    error->uri = scalarText(answerField(object, "error_uri"_L1));

    const QJsonValue nested = errorPart(object);
    if (nested.isObject()) {
        error->providerCode = firstScalar(
            nested, {u"code", u"errorCode", u"error_code", u"errorId", u"id", u"type"});
        if (error->description.isEmpty()) {
            error->description = firstScalar(nested,
                                             {u"error_description", u"message", u"longMessage",
                                              u"description", u"detail", u"details", u"title"});
        }
        if (error->uri.isEmpty())
            error->uri = scalarText(answerField(nested.toObject(), "error_uri"_L1));
    }
    if (error->providerCode.isEmpty()) {
        error->providerCode
            = firstScalar(object, {u"errorCode", u"error_code", u"code", u"errorNumber"});
    }
    if (error->description.isEmpty()) {
        error->description = firstScalar(
            object,
            {u"message", u"error_message", u"errorMessage", u"detail", u"title", u"description"});
    }
}

void readErrorBody(const HttpAnswer &answer, AuthError *error)
{
    const QByteArray type = contentType(answer);
    const QJsonValue json = parseAnswerJson(answer.body);
    if (json.isObject())
        readErrorObject(json.toObject(), error);
    else if (json.isArray() && json.toArray().first().isObject())
        readErrorObject(json.toArray().first().toObject(), error);
    else if (json.isString())
        error->description = json.toString();
    else if (type == "application/x-www-form-urlencoded")
        readErrorObject(parseAnswerForm(answer.body), error);
    else if (type == "text/plain" && !isPage(answer))
        error->description = QString::fromUtf8(answer.body.left(descriptionMaximum)).trimmed();

    if (error->origin == ErrorOrigin::Resource) {
        const BearerError bearer = bearerError(error->challenge);
        if (error->code.isEmpty())
            error->code = bearer.error;
        if (error->description.isEmpty())
            error->description = bearer.description;
    }
    error->code.truncate(codeMaximum);
    error->providerCode.truncate(codeMaximum);
    error->description.truncate(descriptionMaximum);
    error->uri.truncate(descriptionMaximum);
}

} // namespace

AuthError answerError(const HttpAnswer &answer, ErrorOrigin origin, const QDateTime &now)
{
    AuthError error;
    error.origin = origin;
    error.httpStatus = answer.status;
    error.evidence = evidenceOf(answer, origin);
    error.challenge = answer.headerLines("WWW-Authenticate").join('\n');
    const QList<QByteArray> waits = answer.headerLines("Retry-After");
    if (waits.size() == 1) {
        const auto date = parseHttpDate(answer.header("Date"));
        error.retryAfter = parseRetryAfter(waits.first(), date.value_or(now));
    }
    return error;
}

bool saysError(const QJsonObject &object)
{
    const QJsonValue error = answerField(object, "error"_L1);
    if (error.isString())
        return !error.toString().isEmpty();
    if (error.isObject())
        return !error.toObject().isEmpty();
    return error.isBool() && error.toBool();
}

AuthError tokenEndpointError(const HttpAnswer &answer, ErrorOrigin origin, const QDateTime &now)
{
    AuthError error = answerError(answer, origin, now);
    const bool redirect = answer.status >= 300 && answer.status < 400;
    const bool elsewhere = answer.header("Location").contains("://");
    if (answer.status == 511 || (answer.status == 302 && elsewhere)
        || (answer.isSuccess() && isPage(answer))) {
        error.origin = ErrorOrigin::Transport;
        error.code = QLatin1StringView(code::captivePortal);
        return error;
    }
    if (redirect) {
        error.origin = ErrorOrigin::Transport;
        error.code = QLatin1StringView(code::redirected);
        return error;
    }
    readErrorBody(answer, &error);
    return error;
}

} // namespace relink
