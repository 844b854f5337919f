// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/livesecrets.h"

#include "core/rules/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QSet>
#include <QUrl>

namespace relink::livesecrets {

namespace {

constexpr qsizetype shortest = 6;

QMutex mutex;

QSet<QString> &known()
{
    static QSet<QString> secrets;
    return secrets;
}

void collect(const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &member : object)
            collect(member);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &member : array)
            collect(member);
    } else if (value.isString() && value.toString().size() >= shortest) {
        const QString text = value.toString();
        known().insert(text);
        // Binary secrets stand encoded in the credential.
        const auto decoded = QByteArray::fromBase64Encoding(text.toUtf8());
        if (decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok
            && (*decoded).size() >= shortest) {
            known().insert(QString::fromUtf8(*decoded));
        }
    }
}

} // namespace

void registerCredential(const QByteArray &json)
{
    const QMutexLocker lock(&mutex);
    collect(QJsonDocument::fromJson(json).object());
}

QString hidden(QString text)
{
    const QMutexLocker lock(&mutex);
    for (const QString &secret : known()) {
        text.replace(secret, hiddenMark.toString());
        const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(secret));
        if (encoded != secret)
            text.replace(encoded, hiddenMark.toString());
    }
    return text;
}

} // namespace relink::livesecrets
