// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/parameters.h"

#include "core/rules/jsonpath.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace relink::sandbox {

namespace {

bool hasMediaType(const http::Request &request, const char *type)
{
    return request.header("Content-Type").split(';').first().trimmed().toLower() == type;
}

} // namespace

Parameters fromForm(const QByteArray &encoded)
{
    Parameters parameters;
    for (const auto &[name, value] : http::decodeForm(encoded)) {
        if (parameters.has(name))
            parameters.repeated.append(name);
        else
            parameters.values.insert(name, value);
    }
    return parameters;
}

std::optional<Parameters> fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    Parameters parameters;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = scalarText(it.value());
        if (text.isNull())
            return std::nullopt;
        parameters.values.insert(it.key(), text);
    }
    return parameters;
}

bool isForm(const http::Request &request)
{
    return hasMediaType(request, "application/x-www-form-urlencoded");
}

bool isJson(const http::Request &request)
{
    return hasMediaType(request, "application/json");
}

} // namespace relink::sandbox
