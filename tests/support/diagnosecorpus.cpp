// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/diagnosecorpus.h"

#include "core/rules/parsedocumentation.h"
#include "core/rules/parsepack.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

const QString resources = QStringLiteral(RELINK_SOURCE_DIR "/resources/");

QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    const QDir dir(resources + folder);
    for (const QString &name : dir.entryList({u"*.json"_s})) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.insert(name, file.readAll());
    }
    return files;
}

} // namespace

const QList<const ProviderPack *> &allPacks()
{
    static const QList<ProviderPack> packs = [] {
        QList<ProviderPack> read;
        for (const QByteArray &json : filesIn(u"providers"_s)) {
            if (const auto pack = readShippedPack(json))
                read += *pack;
        }
        return read;
    }();
    static const QList<const ProviderPack *> pointers = [] {
        QList<const ProviderPack *> list;
        for (const ProviderPack &pack : packs)
            list += &pack;
        return list;
    }();
    return pointers;
}

const ProviderPack *packNamed(const QString &id)
{
    for (const ProviderPack *pack : allPacks()) {
        if (pack->id == id)
            return pack;
    }
    return nullptr;
}

const Documentation &shippedDocumentation()
{
    static const Documentation read = [] {
        const auto parsed = parseDocumentation(filesIn(u"documented"_s));
        return parsed ? *parsed : Documentation();
    }();
    return read;
}

QList<QJsonObject> jsonLinesOf(const QString &path)
{
    QList<QJsonObject> objects;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return objects;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.trimmed().isEmpty())
            objects += QJsonDocument::fromJson(line).object();
    }
    return objects;
}

} // namespace relink::test
