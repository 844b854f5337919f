// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/errorclass.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace relink {

//! Small parts that the files of JSON values share.

//! UTC milliseconds; null for an invalid time.
inline QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
}

inline QJsonValue timeJson(const std::optional<QDateTime> &time)
{
    return time ? timeJson(*time) : QJsonValue();
}

inline QDateTime timeFromJson(const QJsonValue &json)
{
    return json.isDouble() ? QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC)
                           : QDateTime();
}

inline std::optional<QDateTime> optionalTimeFromJson(const QJsonValue &json)
{
    return json.isDouble() ? std::optional(timeFromJson(json)) : std::nullopt;
}

inline ErrorClass classFromJson(const QJsonValue &json)
{
    return errorClassFromString(json.toString()).value_or(ErrorClass::Unknown);
}

template <typename T, typename Write>
QJsonArray arrayOf(const QList<T> &values, Write write)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(write(value));
    return array;
}

template <typename T, typename Read>
QList<T> listOf(const QJsonValue &json, Read read)
{
    QList<T> values;
    for (const QJsonValue item : json.toArray())
        values.append(read(item.toObject()));
    return values;
}

} // namespace relink
