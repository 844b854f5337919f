// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/livesecrets.h"

#include "core/rules/redact.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QUrl>

namespace relink::livesecrets {

namespace {

constexpr qsizetype shortest = 6;

QMutex mutex;

//! Each with the moment it was registered last.
using Secrets = QHash<QString, quint64>;

quint64 registrations = 0;

QHash<QString, Secrets> &known()
{
    static QHash<QString, Secrets> accounts;
    return accounts;
}

void collect(const QJsonValue &value, Secrets &secrets)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &member : object)
            collect(member, secrets);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &member : array)
            collect(member, secrets);
    } else if (value.isString() && value.toString().size() >= shortest) {
        const QString text = value.toString();
        secrets.insert(text, registrations);
        // Binary secrets stand encoded in the credential.
        const auto decoded = QByteArray::fromBase64Encoding(text.toUtf8());
        if (decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok
            && (*decoded).size() >= shortest) {
            secrets.insert(QString::fromUtf8(*decoded), registrations);
        }
    }
}

} // namespace

void registerCredential(const QString &account, const QByteArray &json)
{
    const QMutexLocker lock(&mutex);
    ++registrations;
    collect(QJsonDocument::fromJson(json).object(), known()[account]);
}

quint64 moment()
{
    const QMutexLocker lock(&mutex);
    return registrations;
}

void forget(const QString &account, quint64 until)
{
    const QMutexLocker lock(&mutex);
    const auto found = known().find(account);
    if (found == known().end())
        return;
    found->removeIf([until](auto secret) { return secret.value() <= until; });
    if (found->isEmpty())
        known().erase(found);
}

QString hidden(QString text)
{
    const QMutexLocker lock(&mutex);
    for (const Secrets &secrets : std::as_const(known())) {
        for (auto secret = secrets.keyBegin(); secret != secrets.keyEnd(); ++secret) {
            text.replace(*secret, hiddenMark.toString());
            const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(*secret));
            if (encoded != *secret)
                text.replace(encoded, hiddenMark.toString());
        }
    }
    return text;
}

} // namespace relink::livesecrets
