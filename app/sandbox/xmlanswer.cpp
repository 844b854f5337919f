// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/xmlanswer.h"

#include "core/rules/jsonpath.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QXmlStreamWriter>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

void write(QXmlStreamWriter &writer, const QString &name, const QJsonValue &value)
{
    if (value.isArray()) {
        for (const QJsonValue element : value.toArray())
            write(writer, name, element);
        return;
    }
    writer.writeStartElement(name);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().startsWith(u'@'))
            writer.writeAttribute(it.key().mid(1), scalarText(it.value()));
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.key().startsWith(u'@'))
            write(writer, it.key(), it.value());
    }
    if (!value.isObject())
        writer.writeCharacters(scalarText(value));
    writer.writeEndElement();
}

} // namespace

http::Response xmlAnswer(int status, const QJsonValue &value)
{
    QByteArray body;
    QXmlStreamWriter writer(&body);
    writer.writeStartDocument();
    const QJsonObject root = value.toObject();
    if (root.size() == 1)
        write(writer, root.begin().key(), root.begin().value());
    else
        write(writer, u"answer"_s, value);
    writer.writeEndDocument();
    return {status,
            {{"Content-Type", "application/xml; charset=utf-8"}, {"Cache-Control", "no-store"}},
            body};
}

} // namespace relink::sandbox
