// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/answerjson.h"

#include "core/rules/redirect.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace relink {

namespace {

bool isNumberCharacter(char c)
{
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

//! Digits, with a sign before and a fraction behind them at most.
bool isDecimal(const QByteArray &number)
{
    return number.count('.') <= 1 && number.lastIndexOf('-') <= 0 && !number.contains('+')
        && !number.endsWith('.');
}

//! Numbers that a double cannot hold, put at the edge of what it can. QJsonDocument refuses a
//! whole answer for one of them, and a rotated token pair would be lost with it.
QByteArray withNumbersInRange(const QByteArray &json)
{
    QByteArray result;
    result.reserve(json.size());
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString && c == '\\' && i + 1 < json.size()) {
            result.append(c).append(json.at(++i));
            continue;
        }
        if (c == '"')
            inString = !inString;
        const bool numberStarts = !inString && (c == '-' || (c >= '0' && c <= '9'));
        if (!numberStarts) {
            result.append(c);
            continue;
        }
        qsizetype end = i;
        while (end < json.size() && isNumberCharacter(json.at(end)))
            ++end;
        const QByteArray number = json.mid(i, end - i);
        const qsizetype exponent = number.toLower().indexOf('e');
        bool inRange = false;
        number.toDouble(&inRange);
        if (inRange || (exponent < 0 && !isDecimal(number)))
            result.append(number);
        else if (exponent >= 0 && number.mid(exponent + 1).startsWith('-'))
            result.append('0');
        else
            result.append(c == '-' ? "-1e308" : "1e308");
        i = end - 1;
    }
    return result;
}

} // namespace

QJsonValue parseAnswerJson(const QByteArray &body)
{
    QByteArray json = body.trimmed();
    if (json.startsWith("\xEF\xBB\xBF"))
        json = json.mid(3).trimmed();
    if (json.isEmpty())
        return QJsonValue::Undefined;
    // Wrapped, because QJsonDocument takes no scalars.
    json = '[' + json + ']';
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::IllegalNumber)
        document = QJsonDocument::fromJson(withNumbersInRange(json), &error);
    const QJsonArray array = document.array();
    if (error.error != QJsonParseError::NoError || array.size() != 1)
        return QJsonValue::Undefined;
    return array.first();
}

QJsonObject parseAnswerForm(const QByteArray &body)
{
    QJsonObject object;
    const RedirectParameters parameters = parseRedirectQuery(body.trimmed());
    for (auto it = parameters.values.begin(); it != parameters.values.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonValue answerField(const QJsonObject &object, QLatin1StringView name)
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

QByteArray contentType(const HttpAnswer &answer)
{
    return answer.header("Content-Type").split(';').first().trimmed().toLower();
}

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

} // namespace relink
