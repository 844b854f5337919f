// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/pemtext.h"

namespace relink {

QByteArray pemText(const QByteArray &pasted)
{
    const QByteArray dashes = "-----";
    const qsizetype begin = pasted.indexOf("-----BEGIN ");
    if (begin < 0)
        return pasted;
    const qsizetype last = pasted.lastIndexOf("-----END ");
    const qsizetype end = last < 0 ? -1 : pasted.indexOf(dashes, last + dashes.size());
    QByteArray text = end < 0 ? pasted.mid(begin) : pasted.mid(begin, end + dashes.size() - begin);
    text.replace("\\r", "").replace("\\n", "\n");
    return text + '\n';
}

} // namespace relink
