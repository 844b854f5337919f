// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/parsepack.h"

#include <QDir>
#include <QFile>

namespace relink::test {

//! The packs that are part of Relink, as it reads them itself.
inline const QList<ProviderPack> &builtInPacks()
{
    static const QList<ProviderPack> packs = [] {
        QList<ProviderPack> list;
        const QFileInfoList files = QDir(QStringLiteral(":/providers"))
                                        .entryInfoList({QStringLiteral("*.json")}, QDir::Files);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            if (const auto pack = parseProviderPack(file.readAll(), true))
                list.append(*pack);
        }
        return list;
    }();
    return packs;
}

//! Null when there is none.
inline const ProviderPack *builtInPack(const QString &id)
{
    for (const ProviderPack &pack : builtInPacks()) {
        if (pack.id == id)
            return &pack;
    }
    return nullptr;
}

} // namespace relink::test
