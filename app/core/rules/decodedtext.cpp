// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/decodedtext.h"

#include <QStringConverter>

namespace relink {

QString textOf(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    if (marked.value_or(QStringConverter::Utf8) == QStringConverter::Utf8 && !bytes.isValidUtf8())
        return QString::fromLatin1(bytes);
    QStringDecoder decode(marked.value_or(QStringConverter::Utf8));
    return decode(bytes);
}

bool isTooLong(const QString &text)
{
    // No unit of UTF-16 takes more than three bytes, so most texts need not be converted.
    return text.size() > longestText
        || (text.size() > longestText / 3 && text.toUtf8().size() > longestText);
}

} // namespace relink
