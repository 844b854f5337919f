// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/documentation.h"

#include "core/rules/parsedocumentation.h"

#include <QDir>
#include <QFile>

namespace relink {

const Documentation &documentation()
{
    static const Documentation shipped = [] {
        const QDir folder(QStringLiteral(":/documented"));
        QMap<QString, QByteArray> files;
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                files.insert(name, file.readAll());
        }
        const Result<Documentation> read = parseDocumentation(files);
        // Shipped with the program and read by a test: unreadable means a broken build.
        if (!read)
            qFatal("the built-in documentation cannot be read");
        return *read;
    }();
    return shipped;
}

} // namespace relink
