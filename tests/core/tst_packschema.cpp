// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/packvocabulary.h"

#include "packs.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

QJsonObject schema()
{
    QFile file(QStringLiteral(RELINK_SOURCE_DIR "/resources/schema.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue item : value.toArray())
        list.append(item.toString());
    return list;
}

//! What the schema says about one key, in the parser's terms.
QString described(const QJsonObject &property)
{
    const QString ref = property.value("$ref"_L1).toString();
    const QJsonObject items = property.value("items"_L1).toObject();
    if (property.contains("enum"_L1) || property.value("type"_L1) == "string"_L1
        || ref == "#/$defs/text"_L1)
        return u"text"_s;
    if (ref == "#/$defs/lines"_L1)
        return u"lines"_s;
    if (!ref.isEmpty())
        return u"object "_s + ref.section(u'/', -1);
    const QString type = property.value("type"_L1).toString();
    if (type == "array"_L1) {
        const QString itemRef = items.value("$ref"_L1).toString();
        return items.contains("enum"_L1) || itemRef == "#/$defs/text"_L1
            ? u"texts"_s
            : u"objects "_s + itemRef.section(u'/', -1);
    }
    if (type == "object"_L1)
        return u"map"_s;
    if (type == "integer"_L1 && property.value("minimum"_L1).toInt(-1) == 0
        && property.value("maximum"_L1).toDouble() == 2147483647.0)
        return u"integer"_s;
    return type;
}

QString described(const PackKey &key)
{
    switch (key.type) {
    case PackType::Text:
        return u"text"_s;
    case PackType::Multiline:
        return u"lines"_s;
    case PackType::TextList:
        return u"texts"_s;
    case PackType::TextMap:
        return u"map"_s;
    case PackType::Boolean:
        return u"boolean"_s;
    case PackType::Integer:
        return u"integer"_s;
    case PackType::Object:
        return u"object "_s + key.object;
    case PackType::ObjectList:
        return u"objects "_s + key.object;
    }
    return {};
}

} // namespace

//! resources/schema.json and the parser say the same.
class PackSchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameKinds()
    {
        const QJsonObject root = schema();
        QCOMPARE(root.value("$schema"_L1).toString(),
                 u"https://json-schema.org/draft/2020-12/schema"_s);
        QStringList defined = root.value("$defs"_L1).toObject().keys();
        defined.removeAll(u"text"_s);
        defined.removeAll(u"lines"_s);
        QStringList known = packVocabulary().keys();
        defined.sort();
        known.sort();
        QCOMPARE(defined, known);
        QCOMPARE(root.value("$ref"_L1).toString(), u"#/$defs/pack"_s);
    }

    void sameKeys_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : packVocabulary().keys())
            QTest::newRow(qPrintable(kind)) << kind;
    }

    void sameKeys()
    {
        QFETCH(QString, kind);
        const QJsonObject object = schema().value("$defs"_L1).toObject().value(kind).toObject();
        QCOMPARE(object.value("type"_L1).toString(), u"object"_s);
        QVERIFY(object.contains("additionalProperties"_L1));
        QVERIFY(!object.value("additionalProperties"_L1).toBool(true));
        const QJsonObject properties = object.value("properties"_L1).toObject();
        QStringList inSchema = properties.keys();
        QStringList inParser;
        QStringList required;
        for (const PackKey &key : packVocabulary().value(kind)) {
            inParser.append(key.name);
            if (key.required)
                required.append(key.name);
            const QJsonObject property = properties.value(key.name).toObject();
            QCOMPARE(described(property), described(key));
            const QJsonObject closed = key.type == PackType::TextList
                ? property.value("items"_L1).toObject()
                : key.type == PackType::TextMap
                ? property.value("additionalProperties"_L1).toObject()
                : property;
            QCOMPARE(texts(closed.value("enum"_L1)), key.choices);
        }
        inSchema.sort();
        inParser.sort();
        QCOMPARE(inSchema, inParser);
        QStringList requiredInSchema = texts(object.value("required"_L1));
        requiredInSchema.sort();
        required.sort();
        QCOMPARE(requiredInSchema, required);
    }

    //! What is required says something, and so does every line of a list.
    void sameBlanks_data() { sameKeys_data(); }
    void sameBlanks()
    {
        QFETCH(QString, kind);
        const QJsonValue properties = schema()["$defs"_L1][kind]["properties"_L1];
        for (const PackKey &key : packVocabulary().value(kind)) {
            QJsonValue text = properties[key.name];
            if (key.type == PackType::TextList)
                text = text["items"_L1];
            const bool free = text["$ref"_L1] == "#/$defs/text"_L1;
            const bool says
                = key.type == PackType::TextList || (key.type == PackType::Text && key.required);
            QCOMPARE(text["pattern"_L1] == "\\S"_L1, free && says);
        }
    }

    void sameId()
    {
        const QJsonObject id = schema()
                                   .value("$defs"_L1)
                                   .toObject()
                                   .value("pack"_L1)
                                   .toObject()
                                   .value("properties"_L1)
                                   .toObject()
                                   .value("id"_L1)
                                   .toObject();
        QCOMPARE(id.value("pattern"_L1).toString(), u"^[a-z0-9][a-z0-9._-]{0,63}$"_s);
    }
};

RELINK_TEST(PackSchemaTest)
#include "tst_packschema.moc"
