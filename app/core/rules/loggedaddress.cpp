// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/loggedaddress.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

constexpr qsizetype mostLogged = 2000;

QList<LoggedAddress> loggedAddresses(const QString &text)
{
    static const QRegularExpression address(
        uR"((?:\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) )?(?<![\w/.:@%~\\-]))"
        uR"(((?:(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::\d{1,5})?)?/[^\s"'<>`?]{0,200})"
        uR"([?;][A-Za-z_][\w.\[\]%-]*=[^\s"'<>`]*))"_s);
    QList<LoggedAddress> found;
    auto matches = address.globalMatch(text);
    while (matches.hasNext() && found.size() < mostLogged) {
        const QRegularExpressionMatch match = matches.next();
        qsizetype end = match.capturedEnd(2);
        while (QStringView(u".,;:)").contains(text.at(end - 1)))
            --end;
        found.append({match.capturedStart(2), end, match.captured(1)});
    }
    return found;
}

} // namespace relink
