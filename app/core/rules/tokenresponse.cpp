// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/tokenresponse.h"

#include "core/rules/answerjson.h"
#include "core/rules/httpdate.h"
#include "core/rules/jsonpath.h"
#include "core/rules/redact.h"
#include "core/rules/redirect.h"
#include "core/rules/retryafter.h"
#include "core/rules/wwwauthenticate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype evidenceMaximum = 8 * 1024;
constexpr qsizetype descriptionMaximum = 2000;
constexpr std::chrono::seconds lifetimeMaximum = std::chrono::hours {24 * 3650};

QByteArray contentType(const HttpAnswer &answer)
{
    return answer.header("Content-Type").split(';').first().trimmed().toLower();
}

//! A page for people where data was due. Some servers label their JSON as HTML, so that the body
//! has the last word.
bool isPage(const HttpAnswer &answer)
{
    const QByteArray start = answer.body.left(1024).trimmed().toLower();
    if (start.isEmpty() || start.startsWith('{') || start.startsWith('['))
        return false;
    if (start.contains("<!doctype html") || start.contains("<html") || start.contains("<head"))
        return true;
    const QByteArray type = contentType(answer);
    return start.startsWith('<') && (type == "text/html" || type == "application/xhtml+xml");
}

//! The member of that name; servers write spaces or hyphens for underscores (SGE-16).
QJsonValue field(const QJsonObject &object, QLatin1StringView name)
{
    const auto exact = object.constFind(name);
    if (exact != object.constEnd())
        return exact.value();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        QString key = it.key().trimmed().toLower();
        key.replace(u' ', u'_').replace(u'-', u'_');
        if (key == name)
            return it.value();
    }
    return QJsonValue::Undefined;
}

//! A form-encoded answer as the object that it would have been in JSON.
QJsonObject objectFromForm(const QByteArray &body)
{
    QJsonObject object;
    const RedirectParameters parameters = parseRedirectQuery(body.trimmed());
    for (auto it = parameters.values.begin(); it != parameters.values.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

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
QByteArray evidenceOf(const HttpAnswer &answer)
{
    if (!answer.isSuccess())
        return answer.body.left(evidenceMaximum);
    const QJsonValue json = parseAnswerJson(answer.body);
    if (json.isObject())
        return QJsonDocument(tokensHidden(json).toObject()).toJson(QJsonDocument::Compact).left(evidenceMaximum);
    if (isPage(answer))
        return redact(QString::fromUtf8(answer.body.left(evidenceMaximum))).toUtf8().left(evidenceMaximum);
    return {};
}

AuthError answerError(const HttpAnswer &answer, ErrorOrigin origin, const QDateTime &now)
{
    AuthError error;
    error.origin = origin;
    error.httpStatus = answer.status;
    error.evidence = evidenceOf(answer);
    error.challenge = answer.headerLines("WWW-Authenticate").join('\n');
    const QList<QByteArray> waits = answer.headerLines("Retry-After");
    if (waits.size() == 1) {
        const auto date = parseHttpDate(answer.header("Date"));
        error.retryAfter = parseRetryAfter(waits.first(), date.value_or(now));
    }
    return error;
}

AuthError unreadable(const HttpAnswer &answer, ErrorOrigin origin, const QDateTime &now,
                     const QString &why)
{
    AuthError error = answerError(answer, origin, now);
    error.code = QLatin1StringView(code::unreadable);
    error.description = why;
    return error;
}

//! The first of the names that has a scalar value; without regard to case.
QString firstScalar(const QJsonValue &value, std::initializer_list<const char16_t *> names)
{
    for (const char16_t *name : names) {
        const QString text
            = scalarAt(value, QStringView(name).toString(), Qt::CaseInsensitive);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

//! Where providers put the part that says what went wrong.
QJsonValue errorPart(const QJsonValue &json)
{
    for (const char16_t *path : {u"error", u"errors[0]", u"fault.error[0]", u"fault", u"error[0]"}) {
        const QJsonValue part
            = atPath(json, QStringView(path).toString(), Qt::CaseInsensitive);
        if (part.isObject() && !part.toObject().isEmpty())
            return part;
    }
    return QJsonValue::Undefined;
}

//! True for an `error` that says something: some servers send an empty one with every success.
bool saysError(const QJsonObject &object)
{
    const QJsonValue error = field(object, "error"_L1);
    if (error.isString())
        return !error.toString().isEmpty();
    if (error.isObject())
        return !error.toObject().isEmpty();
    return error.isBool() && error.toBool();
}

void readErrorObject(const QJsonObject &object, AuthError *error)
{
    const QJsonValue named = field(object, "error"_L1);
    if (named.isString())
        error->code = named.toString();
    error->description = scalarText(field(object, "error_description"_L1));
    error->uri = scalarText(field(object, "error_uri"_L1));

    const QJsonValue nested = errorPart(object);
    if (nested.isObject()) {
        error->providerCode
            = firstScalar(nested, {u"code", u"errorCode", u"error_code", u"errorId", u"id", u"type"});
        if (error->description.isEmpty()) {
            error->description = firstScalar(nested, {u"error_description", u"message",
                                                      u"longMessage", u"description", u"detail",
                                                      u"details", u"title"});
        }
        if (error->uri.isEmpty())
            error->uri = scalarText(field(nested.toObject(), "error_uri"_L1));
    }
    if (error->providerCode.isEmpty()) {
        error->providerCode
            = firstScalar(object, {u"errorCode", u"error_code", u"code", u"errorNumber"});
    }
    if (error->description.isEmpty()) {
        error->description = firstScalar(object, {u"message", u"error_message", u"errorMessage",
                                                  u"detail", u"title", u"description"});
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
        readErrorObject(objectFromForm(answer.body), error);
    else if (type == "text/plain" && !isPage(answer))
        error->description = QString::fromUtf8(answer.body.left(descriptionMaximum)).trimmed();

    if (error->origin == ErrorOrigin::Resource) {
        const BearerError bearer = bearerError(error->challenge);
        if (error->code.isEmpty())
            error->code = bearer.error;
        if (error->description.isEmpty())
            error->description = bearer.description;
    }
    error->code.truncate(200);
    error->providerCode.truncate(200);
    error->description.truncate(descriptionMaximum);
    error->uri.truncate(descriptionMaximum);
}

//! Seconds from a number or a string of digits, within bounds that every clock can bear (R35).
std::optional<std::chrono::seconds> lifetime(const QJsonValue &value)
{
    double seconds = 0;
    if (value.isDouble()) {
        seconds = value.toDouble();
    } else if (value.isString()) {
        const QString text = value.toString();
        const bool digits = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
            return c >= u'0' && c <= u'9';
        });
        if (!digits)
            return std::nullopt;
        seconds = text.size() > 18 ? double(lifetimeMaximum.count()) : text.toDouble();
    } else {
        return std::nullopt;
    }
    if (std::isnan(seconds))
        return std::nullopt;
    const double bounded = std::clamp(std::floor(seconds), 1.0, double(lifetimeMaximum.count()));
    return std::chrono::seconds(qint64(bounded));
}

//! Zero and less mean "does not expire" where servers send them for refresh tokens.
std::optional<std::chrono::seconds> refreshLifetime(const QJsonObject &object)
{
    for (const auto name : {"refresh_token_expires_in"_L1, "refresh_expires_in"_L1,
                            "x_refresh_token_expires_in"_L1}) {
        const QJsonValue value = field(object, name);
        const bool none = (value.isDouble() && value.toDouble() <= 0) || value.toString() == u"0";
        if (const auto seconds = lifetime(value); seconds && !none)
            return seconds;
    }
    return std::nullopt;
}

//! RFC 6749 3.3 separates by spaces; where there is none, by commas, as some providers do.
std::optional<QStringList> grantedScope(const QJsonObject &object)
{
    QJsonValue value = field(object, "scope"_L1);
    if (value.isUndefined())
        value = field(object, "scopes"_L1);
    QStringList scope;
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            scope += element.toString();
    } else {
        const QString text = value.toString().simplified();
        scope = text.split(text.contains(u' ') ? u' ' : u',', Qt::SkipEmptyParts);
    }
    scope.removeAll(QString());
    scope.removeDuplicates();
    if (scope.isEmpty())
        return std::nullopt;
    return scope;
}

bool isTokenField(const QString &path)
{
    const QString last = path.section(u'.', -1).toLower();
    return last == u"access_token" || last == u"refresh_token" || last == u"id_token";
}

QMap<QString, QString> captured(const QJsonValue &json, const QList<Capture> &captures)
{
    QMap<QString, QString> values;
    for (const Capture &capture : captures) {
        if (isTokenField(capture.from))
            continue;
        const QString value = scalarAt(json, capture.from);
        if (value.isNull())
            continue;
        if (!capture.pattern.isEmpty()) {
            const QRegularExpression whole(
                QRegularExpression::anchoredPattern(capture.pattern));
            if (!whole.match(value).hasMatch())
                continue;
        }
        values.insert(capture.as, value);
    }
    return values;
}

//! What is wrong with a value that will stand in a header; empty: nothing. RFC 6749 A.12.
QString tokenFlaw(const QJsonValue &value)
{
    if (value.isUndefined())
        return u"the answer has no access_token"_s;
    if (!value.isString())
        return u"the access_token is not a text"_s;
    const QString token = value.toString();
    if (token.isEmpty())
        return u"the access_token is empty"_s;
    const bool visible = std::all_of(token.begin(), token.end(),
                                     [](QChar c) { return c >= u'\x20' && c <= u'\x7e'; });
    if (!visible)
        return u"the access_token has characters that cannot be sent"_s;
    return {};
}

//! A type that is not Bearer would have to be used in another way. Something with a space in it
//! is no type name at all (RFC 6749 8.1) but prose, and counts as missing.
QString typeFlaw(const QJsonValue &value, bool *missing)
{
    if (value.isUndefined() || value.isNull()) {
        *missing = true;
        return {};
    }
    if (!value.isString())
        return u"the token_type is not a text"_s;
    const QString type = value.toString().trimmed();
    *missing = type.isEmpty() || type.contains(u' ');
    if (*missing || type.compare(u"bearer", Qt::CaseInsensitive) == 0)
        return {};
    return u"the token_type is not Bearer: %1"_s.arg(type.left(100));
}

} // namespace

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

Result<TokenSet> parseTokenResponse(const HttpAnswer &answer, bool formAnswers,
                                    const QList<Capture> &captures, ErrorOrigin origin,
                                    const QDateTime &now)
{
    if (!answer.isSuccess() || isPage(answer))
        return tokenEndpointError(answer, origin, now);
    if (answer.body.trimmed().isEmpty())
        return unreadable(answer, origin, now, u"the answer is empty"_s);

    const QJsonValue json = parseAnswerJson(answer.body);
    QJsonObject object;
    if (json.isObject())
        object = json.toObject();
    else if (formAnswers && json.isUndefined())
        object = objectFromForm(answer.body);
    else
        return unreadable(answer, origin, now, u"the answer is not a JSON object"_s);

    if (saysError(object))
        return tokenEndpointError(answer, origin, now);
    if (const QString flaw = tokenFlaw(field(object, "access_token"_L1)); !flaw.isEmpty())
        return unreadable(answer, origin, now, flaw);
    TokenSet tokens;
    if (const QString flaw = typeFlaw(field(object, "token_type"_L1), &tokens.tokenTypeMissing);
        !flaw.isEmpty()) {
        return unreadable(answer, origin, now, flaw);
    }

    tokens.accessToken = AccessToken(field(object, "access_token"_L1).toString().toLatin1());
    const QString refreshToken = field(object, "refresh_token"_L1).toString();
    if (!refreshToken.isEmpty())
        tokens.refreshToken = RefreshToken(refreshToken.toUtf8());
    tokens.expiresIn = lifetime(field(object, "expires_in"_L1));
    tokens.refreshExpiresIn = refreshLifetime(object);
    tokens.scope = grantedScope(object);
    tokens.captures = captured(object, captures);
    return tokens;
}

} // namespace relink
