// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/formencoding.h"

#include <QUrl>

namespace relink {

QByteArray formEncoded(const QByteArray &bytes)
{
    // The space survives the first pass, because '+' itself has been encoded by then.
    return bytes.toPercentEncoding(" *").replace(' ', '+');
}

QByteArray queryEncoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace relink
