// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/textinput.h"

#include "core/rules/plaintext.h"
#include "words/translate.h"

#include <QFile>
#include <QFileInfo>

namespace relink::cli {

using words::translate;

Result<QByteArray, QString> readTextFile(const QString &fileName)
{
    const QString shown = plainText(fileName, 200);
    if (QFileInfo(fileName).isDir())
        return translate("CommandLine", "%1 is a folder, not a file.").arg(shown);
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return translate("CommandLine", "%1 cannot be read: %2.").arg(shown, file.errorString());
    }
    QByteArray bytes;
    // A pipe hands out what it has.
    while (bytes.size() <= longestText) {
        const QByteArray more = file.read(longestText + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (file.error() != QFileDevice::NoError) {
        return translate("CommandLine", "%1 cannot be read: %2.").arg(shown, file.errorString());
    }
    return bytes;
}

} // namespace relink::cli
