// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/writtentable.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

QString bracketed(const QString &script, qsizetype start)
{
    int depth = 1;
    qsizetype i = start;
    const qsizetype limit = std::min(script.size(), start + longestCall);
    for (; i < limit && depth > 0; ++i) {
        if (QStringView(u"{[(").contains(script.at(i)))
            ++depth;
        else if (QStringView(u"}])").contains(script.at(i)))
            --depth;
    }
    return script.mid(start, i - start);
}

QStringList tableNames(const QString &content)
{
    static const QRegularExpression key(
        uR"((?:^|[{,(\[])\s*["']?([A-Za-z_][\w.-]*)["']?\s*(?:=>|[:=,}]))"_s);
    QStringList names;
    auto keys = key.globalMatch(content);
    while (keys.hasNext())
        names += keys.next().captured(1);
    return names;
}

} // namespace relink
