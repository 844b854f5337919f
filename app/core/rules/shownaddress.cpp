// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/shownaddress.h"

#include <QRegularExpression>
#include <QStringList>

namespace relink {

using namespace Qt::StringLiterals;

bool looksRandom(const QString &text)
{
    static const QRegularExpression mixed(uR"((?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{12,})"_s);
    return mixed.match(text).hasMatch();
}

QString shownHost(const QString &host)
{
    static const QRegularExpression possible(uR"(^[A-Za-z0-9.:_\[\]{}$-]{1,253}$)"_s);
    return possible.match(host).hasMatch() ? host : u"<host>"_s;
}

QString shownPath(const QString &path)
{
    static const QRegularExpression possible(uR"(^[A-Za-z0-9._~:@!$()*+,;={}%-]{0,80}$)"_s);
    QStringList parts = path.split(u'/');
    for (QString &part : parts) {
        if (looksRandom(part) || !possible.match(part).hasMatch())
            part = u"<id>"_s;
    }
    const QString shown = parts.join(u'/');
    return shown.isEmpty() ? u"/"_s : shown;
}

QString shownName(const QString &name)
{
    static const QRegularExpression possible(uR"(^[A-Za-z0-9._\[\]-]{1,40}$)"_s);
    return possible.match(name).hasMatch() && !looksRandom(name) ? name : u"value"_s;
}

} // namespace relink
