// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/doubledkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace relink {

namespace {

struct Open
{
    QSet<QString> keys;
    std::optional<QString> doubled;
    bool holds = false;
};

//! Past the closing quote of the string that begins at `at`.
qsizetype endOfString(const QByteArray &json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return std::min(at + 1, json.size());
}

bool isKey(const QByteArray &json, qsizetype after)
{
    while (after < json.size() && QByteArrayView(" \t\r\n").contains(json[after]))
        ++after;
    return after < json.size() && json[after] == ':';
}

//! Decoded, so that an escape hides nothing.
QString decoded(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return QString::fromUtf8(QByteArrayView(quoted).sliced(1).chopped(1));
    return QJsonDocument::fromJson('[' + quoted + ']').array().first().toString();
}

} // namespace

std::optional<QString> doubledKeyAround(const QByteArray &json, const QStringList &names)
{
    QList<Open> open;
    for (qsizetype i = 0; i < json.size(); ++i) {
        switch (json[i]) {
        case '"': {
            const qsizetype end = endOfString(json, i);
            if (!open.isEmpty() && isKey(json, end)) {
                Open &object = open.last();
                const QString key = decoded(json.mid(i, end - i));
                if (object.keys.contains(key) && !object.doubled)
                    object.doubled = key;
                object.keys.insert(key);
                object.holds = object.holds || names.contains(key, Qt::CaseInsensitive);
            }
            i = end - 1;
            break;
        }
        case '{':
        case '[':
            open.append(Open {});
            break;
        case '}':
        case ']': {
            if (open.isEmpty())
                return std::nullopt;
            const Open closed = open.takeLast();
            if (closed.doubled && (closed.holds || open.isEmpty()))
                return closed.doubled;
            if (!open.isEmpty())
                open.last().holds = open.last().holds || closed.holds;
            break;
        }
        default:
            break;
        }
    }
    return std::nullopt;
}

} // namespace relink
