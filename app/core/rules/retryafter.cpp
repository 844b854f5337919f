// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/retryafter.h"

#include "core/rules/httpdate.h"

#include <algorithm>

namespace relink {

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    // QByteArray::trimmed() would take away line breaks too: two joined values are not one.
    QByteArray text = value;
    while (text.endsWith(' ') || text.endsWith('\t'))
        text.chop(1);
    while (text.startsWith(' ') || text.startsWith('\t'))
        text.remove(0, 1);
    if (text.isEmpty())
        return std::nullopt;

    // QByteArray::toInt() takes signs and white space.
    if (std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; })) {
        qint64 seconds = 0;
        for (const char digit : text) {
            seconds = seconds * 10 + (digit - '0');
            if (seconds > retryAfterMaximum.count())
                return retryAfterMaximum;
        }
        return std::chrono::seconds(seconds);
    }

    const auto date = parseHttpDate(text);
    if (!date || !now.isValid())
        return std::nullopt;
    return std::clamp(std::chrono::seconds(now.secsTo(*date)), std::chrono::seconds::zero(),
                      retryAfterMaximum);
}

} // namespace relink
