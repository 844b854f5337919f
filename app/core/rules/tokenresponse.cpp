// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/tokenresponse.h"

#include "core/rules/answererror.h"
#include "core/rules/answerjson.h"
#include "core/rules/calls.h"
#include "core/rules/doubledkey.h"
#include "core/rules/jsonpath.h"
#include "core/rules/redirect.h"
#include "core/rules/secretkey.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::seconds lifetimeMaximum = std::chrono::hours {24 * 3650};

AuthError unreadable(const HttpAnswer &answer, ErrorOrigin origin, const QDateTime &now,
                     const QString &why)
{
    AuthError error = answerError(answer, origin, now);
    error.code = QLatin1StringView(code::unreadable);
    error.description = why;
    return error;
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
        const QJsonValue value = answerField(object, name);
        const bool none = (value.isDouble() && value.toDouble() <= 0) || value.toString() == u"0";
        if (const auto seconds = lifetime(value); seconds && !none)
            return seconds;
    }
    return std::nullopt;
}

//! RFC 6749 3.3 separates by spaces; where there is none, by commas, as some providers do.
std::optional<QStringList> grantedScope(const QJsonObject &object)
{
    QJsonValue value = answerField(object, "scope"_L1);
    if (value.isUndefined())
        value = answerField(object, "scopes"_L1);
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

//! The object with the standard names at the top, wherever the provider keeps the values.
QJsonObject standardObject(const QJsonValue &json, const TokenAnswer &shape, const QDateTime &now)
{
    QJsonObject object = json.toObject();
    for (auto it = shape.paths.begin(); it != shape.paths.end(); ++it) {
        const QJsonValue value = atPath(json, it.value());
        const bool moment
            = it.key() == "expires_at"_L1 || it.key() == "refresh_token_expires_at"_L1;
        if (value.isUndefined() || value.isNull()) {
            continue;
        } else if (moment && now.isValid()) {
            const double seconds = value.toVariant().toDouble() - double(now.toSecsSinceEpoch());
            object.insert(it.key() == "expires_at"_L1 ? u"expires_in"_s
                                                      : u"refresh_token_expires_in"_s,
                          std::max(1.0, seconds));
        } else {
            object.insert(it.key(), value);
        }
    }
    return object;
}

//! A name that stands twice where it matters which of the two is meant; null when none does.
std::optional<QString> doubledName(const HttpAnswer &answer, bool form, const TokenAnswer &shape)
{
    if (form) {
        const QStringList doubled = parseRedirectQuery(answer.body.trimmed()).duplicates;
        return doubled.isEmpty() ? std::nullopt : std::optional(doubled.first());
    }
    QStringList names;
    for (const QString &name : {u"access_token"_s, u"refresh_token"_s}) {
        if (shape.paths.contains(name))
            names.append(lastKey(shape.paths.value(name)));
    }
    return doubledKeyAround(answer.body, names);
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

std::optional<std::chrono::seconds> lifetimeFrom(const QJsonValue &value)
{
    return lifetime(value);
}

//! The number of an account or the name of a region, too short to be of use to anybody else.
static bool isAccountMark(const QString &text)
{
    const bool digits
        = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return !text.isEmpty() && text.size() <= (digits ? 20 : 8);
}

QMap<QString, QString> capturedFrom(const QJsonValue &json, const QList<Capture> &captures,
                                    const QStringList &secrets)
{
    const auto isOfSecret = [&secrets](const QString &value) {
        return std::any_of(secrets.begin(), secrets.end(), [&value](const QString &secret) {
            return !secret.isEmpty() && (secret.contains(value) || value.contains(secret));
        });
    };
    QMap<QString, QString> values;
    for (const Capture &capture : captures) {
        const QString value = scalarAt(json, capture.from);
        if (value.isNull())
            continue;
        const auto kept = capturedValue(capture, value);
        // Some tokens hold the number or the region of the account; nothing else of one is kept.
        if (!kept || (isSecretPath(capture.from) && (*kept == value || !isAccountMark(*kept)))
            || (isOfSecret(*kept) && !isAccountMark(*kept))) {
            continue;
        }
        values.insert(capture.as, *kept);
    }
    return values;
}

Result<TokenSet> parseTokenResponse(const HttpAnswer &answer, const TokenAnswer &shape,
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
    else if (shape.form && json.isUndefined())
        object = parseAnswerForm(answer.body);
    else
        return unreadable(answer, origin, now, u"the answer is not a JSON object"_s);

    if (saysError(object))
        return tokenEndpointError(answer, origin, now);
    const QJsonValue whole = object;
    if (!shape.successPath.isEmpty() && scalarAt(whole, shape.successPath) != shape.successValue) {
        AuthError refusal = tokenEndpointError(answer, origin, now);
        if (refusal.code.isEmpty())
            refusal.code = QLatin1StringView(code::refusedAnswer);
        return refusal;
    }
    // Taking one of two would be a guess at a secret (R32).
    if (const auto name = doubledName(answer, !json.isObject(), shape))
        return unreadable(answer, origin, now, u"the answer has “%1” twice"_s.arg(name->left(64)));
    object = standardObject(whole, shape, now);
    if (const QString flaw = tokenFlaw(answerField(object, "access_token"_L1)); !flaw.isEmpty())
        return unreadable(answer, origin, now, flaw);
    TokenSet tokens;
    if (const QString flaw
        = typeFlaw(answerField(object, "token_type"_L1), &tokens.tokenTypeMissing);
        !flaw.isEmpty()) {
        return unreadable(answer, origin, now, flaw);
    }

    tokens.accessToken = AccessToken(answerField(object, "access_token"_L1).toString().toLatin1());
    const QString refreshToken = answerField(object, "refresh_token"_L1).toString();
    if (!refreshToken.isEmpty())
        tokens.refreshToken = RefreshToken(refreshToken.toUtf8());
    tokens.expiresIn = lifetime(answerField(object, "expires_in"_L1));
    tokens.refreshExpiresIn = refreshLifetime(object);
    tokens.scope = grantedScope(object);
    tokens.captures = capturedFrom(
        whole, captures, {answerField(object, "access_token"_L1).toString(), refreshToken});
    return tokens;
}

} // namespace relink
