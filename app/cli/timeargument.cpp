// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/timeargument.h"

#include <QRegularExpression>

namespace relink::cli {

using namespace Qt::StringLiterals;

std::optional<QDateTime> timeArgument(const QString &text, const QDateTime &now)
{
    static const QRegularExpression ago(u"^([0-9]{1,6})([mhdw])$"_s);
    if (const auto match = ago.match(text); match.hasMatch()) {
        const qint64 number = match.captured(1).toLongLong();
        switch (match.captured(2).front().unicode()) {
        case 'm':
            return now.addSecs(-number * 60);
        case 'h':
            return now.addSecs(-number * 3600);
        case 'd':
            return now.addDays(-number);
        default:
            return now.addDays(-number * 7);
        }
    }
    static const QRegularExpression rfc3339(
        u"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?"
        "([Zz]|[+-][0-9]{2}:[0-9]{2})$"_s);
    static const QRegularExpression day(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    QDateTime time;
    if (rfc3339.match(text).hasMatch())
        time = QDateTime::fromString(text.toUpper().replace(u' ', u'T'), Qt::ISODateWithMs);
    else if (day.match(text).hasMatch())
        time = QDate::fromString(text, Qt::ISODate).startOfDay();
    if (!time.isValid())
        return std::nullopt;
    return time.toUTC();
}

} // namespace relink::cli
