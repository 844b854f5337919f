// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/ratelimit.h"

#include "core/rules/retryafter.h"

namespace relink {

using namespace std::chrono_literals;

namespace {

std::optional<std::chrono::seconds> waitIn(const QByteArray &value, RateLimits::Unit unit,
                                           const QDateTime &now)
{
    bool ok = false;
    const qint64 number = value.trimmed().toLongLong(&ok);
    if (!ok || number < 0)
        return std::nullopt;
    switch (unit) {
    case RateLimits::Unit::Seconds:
        return std::chrono::seconds(number);
    case RateLimits::Unit::Milliseconds:
        return std::chrono::seconds(number / 1000 + (number % 1000 != 0));
    case RateLimits::Unit::EpochSeconds:
        return std::chrono::seconds(std::max<qint64>(number - now.toSecsSinceEpoch(), 0));
    }
    Q_UNREACHABLE();
}

} // namespace

void addWait(AuthError &error, const HttpAnswer &answer, const RateLimits &limits,
             const QDateTime &now)
{
    if ((answer.status != 429 && answer.status != 503) || error.retryAfter)
        return;
    std::optional<std::chrono::seconds> wait;
    if (!limits.resetHeader.isEmpty()) {
        const QByteArray value = answer.header(limits.resetHeader.toLatin1().constData());
        wait = waitIn(value, limits.resetUnit, now);
    }
    if (!wait && answer.status == 429)
        wait = limits.defaultWait;
    if (wait)
        error.retryAfter = std::min<std::chrono::seconds>(*wait, retryAfterMaximum);
}

} // namespace relink
