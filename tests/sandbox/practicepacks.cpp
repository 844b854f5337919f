// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/practicepacks.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

bool isAddress(const QString &key)
{
    static const QStringList keys {u"authorization_endpoint"_s,
                                   u"token_endpoint"_s,
                                   u"refresh_endpoint"_s,
                                   u"login_endpoint"_s,
                                   u"device_authorization_endpoint"_s,
                                   u"url"_s,
                                   u"reachability_url"_s,
                                   u"endpoint"_s};
    return keys.contains(key);
}

QJsonValue mapped(const QJsonValue &value, const QString &origin)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue element : value.toArray())
            list.append(mapped(element, origin));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = it.value().toString();
        if (isAddress(it.key()) && text.startsWith("https://"_L1))
            it.value() = QString(origin + text.mid(8));
        else if (it.value().isObject() || it.value().isArray())
            it.value() = mapped(it.value(), origin);
    }
    return object;
}

void changeEach(const QString &from, const QString &to,
                const std::function<void(QJsonObject &)> &change)
{
    for (const QString &name : QDir(from).entryList({u"*.json"_s}, QDir::Files)) {
        QFile in(QDir(from).filePath(name));
        if (!in.open(QIODevice::ReadOnly))
            continue;
        QJsonObject pack = QJsonDocument::fromJson(in.readAll()).object();
        change(pack);
        QFile out(QDir(to).filePath(pack["id"_L1].toString() + u".json"_s));
        if (out.open(QIODevice::WriteOnly))
            out.write(QJsonDocument(pack).toJson());
    }
}

} // namespace

void copyPacks(const QString &from, const QString &to, const QString &prefix)
{
    changeEach(from, to, [&prefix](QJsonObject &pack) {
        pack.insert(u"id"_s, QString(prefix + pack["id"_L1].toString()));
    });
}

void mapPacks(const QString &from, const QString &to, const QString &sandbox)
{
    changeEach(from, to, [&sandbox](QJsonObject &pack) {
        const QString origin = sandbox + u'/' + pack["id"_L1].toString() + u'/';
        pack = mapped(pack, origin).toObject();
        pack.insert(u"allow_loopback_http"_s, true);
    });
}

} // namespace relink::test
