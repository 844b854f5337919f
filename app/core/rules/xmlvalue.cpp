// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/xmlvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr int maximumDepth = 32;

void insert(QJsonObject &object, const QString &name, const QJsonValue &value)
{
    if (!object.contains(name)) {
        object.insert(name, value);
        return;
    }
    QJsonArray list = object.value(name).isArray() ? object.value(name).toArray()
                                                   : QJsonArray {object.value(name)};
    list.append(value);
    object.insert(name, list);
}

//! The reader stands on the start of the element; afterwards on its end.
QJsonValue element(QXmlStreamReader &reader, int depth)
{
    if (depth > maximumDepth) {
        reader.raiseError(u"too deep"_s);
        return {};
    }
    QJsonObject object;
    for (const QXmlStreamAttribute &attribute : reader.attributes())
        object.insert(u'@' + attribute.name().toString(), attribute.value().toString());
    QString text;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            const QString name = reader.name().toString();
            insert(object, name, element(reader, depth + 1));
            break;
        }
        case QXmlStreamReader::Characters:
            text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            return object.isEmpty() ? QJsonValue(text.trimmed()) : QJsonValue(object);
        default:
            break;
        }
    }
    return {};
}

} // namespace

QJsonValue xmlValue(const QByteArray &body)
{
    QXmlStreamReader reader(body);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        // A document type is where entities that grow without end come from.
        if (token == QXmlStreamReader::DTD)
            return QJsonValue(QJsonValue::Undefined);
        if (token == QXmlStreamReader::StartElement) {
            const QString name = reader.name().toString();
            const QJsonValue root = element(reader, 1);
            if (reader.hasError())
                return QJsonValue(QJsonValue::Undefined);
            return QJsonObject {{name, root}};
        }
    }
    return QJsonValue(QJsonValue::Undefined);
}

QJsonValue answerValue(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isArray())
        return document.array();
    if (document.isObject())
        return document.object();
    return body.trimmed().startsWith('<') ? xmlValue(body) : QJsonValue(QJsonValue::Undefined);
}

} // namespace relink
