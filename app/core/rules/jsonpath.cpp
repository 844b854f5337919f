// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/jsonpath.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QStringView>

#include <limits>

namespace relink {

namespace {

QJsonValue member(const QJsonObject &object, QStringView key, Qt::CaseSensitivity keys)
{
    const auto exact = object.constFind(key);
    if (exact != object.constEnd())
        return exact.value();
    if (keys == Qt::CaseInsensitive) {
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            if (key.compare(it.key(), Qt::CaseInsensitive) == 0)
                return it.value();
        }
    }
    return QJsonValue::Undefined;
}

QJsonValue walk(const QJsonValue &value, QStringView path, Qt::CaseSensitivity keys);

QJsonValue walkArray(const QJsonArray &array, QStringView path, Qt::CaseSensitivity keys)
{
    const qsizetype close = path.indexOf(u']');
    if (close < 0)
        return QJsonValue::Undefined;
    const QStringView index = path.mid(1, close - 1);
    const QStringView rest = path.mid(close + 1);
    if (index == u"*") {
        for (const QJsonValue &element : array) {
            const QJsonValue found = walk(element, rest, keys);
            if (!found.isUndefined())
                return found;
        }
        return QJsonValue::Undefined;
    }
    bool isNumber = false;
    const int number = index.toInt(&isNumber);
    if (!isNumber || number < 0 || number >= array.size())
        return QJsonValue::Undefined;
    return walk(array.at(number), rest, keys);
}

QJsonValue walk(const QJsonValue &value, QStringView path, Qt::CaseSensitivity keys)
{
    if (path.isEmpty())
        return value;
    if (path.startsWith(u'['))
        return value.isArray() ? walkArray(value.toArray(), path, keys)
                               : QJsonValue(QJsonValue::Undefined);
    if (path.startsWith(u'.'))
        path = path.mid(1);
    if (!value.isObject())
        return QJsonValue::Undefined;
    const QJsonObject object = value.toObject();
    // The shortest key first; a longer one, dots and all, where the shorter leads nowhere.
    for (qsizetype end = 1; end <= path.size(); ++end) {
        if (end < path.size() && path.at(end) != u'.' && path.at(end) != u'[')
            continue;
        const QJsonValue next = member(object, path.left(end), keys);
        if (next.isUndefined())
            continue;
        const QJsonValue found = walk(next, path.mid(end), keys);
        if (!found.isUndefined())
            return found;
    }
    return QJsonValue::Undefined;
}

} // namespace

QJsonValue atPath(const QJsonValue &root, const QString &path, Qt::CaseSensitivity keys)
{
    QStringView rest(path);
    if (rest.startsWith(u'$'))
        rest = rest.mid(1);
    return walk(root, rest, keys);
}

QString scalarAt(const QJsonValue &root, const QString &path, Qt::CaseSensitivity keys)
{
    return scalarText(atPath(root, path, keys));
}

QString lastKey(const QString &path)
{
    return path.section(u'.', -1).section(u'[', 0, 0);
}

QString scalarText(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString();
        return text.isNull() ? QLatin1StringView("") : text;
    }
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (!value.isDouble())
        return {};
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    if (const qint64 integer = value.toInteger(none); integer != none)
        return QString::number(integer);
    return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
}

} // namespace relink
