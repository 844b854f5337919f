// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/refreshschedule.h"

#include <algorithm>

namespace relink {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds defaultMargin = 5min;
constexpr std::chrono::seconds shortestPause = 10s;

} // namespace

std::chrono::seconds refreshMargin(std::chrono::seconds lifetime, const TokenLifetimes &pack)
{
    const std::chrono::seconds margin = std::min(pack.margin.value_or(defaultMargin), lifetime / 5);
    return pack.earliestRefresh ? std::min(margin, *pack.earliestRefresh) : margin;
}

std::optional<QDateTime> nextRefresh(const Credential &credential, const TokenLifetimes &pack)
{
    if (pack.accessNeverExpires || !credential.obtainedAt.isValid() || !credential.hasRefresh())
        return std::nullopt;
    std::optional<QDateTime> due;
    if (credential.accessExpiresAt) {
        const std::chrono::seconds lifetime(
            credential.obtainedAt.secsTo(*credential.accessExpiresAt));
        due = credential.accessExpiresAt->addSecs(-refreshMargin(lifetime, pack).count());
    }
    if (pack.refreshInterval) {
        const QDateTime byInterval = credential.obtainedAt.addSecs(pack.refreshInterval->count());
        due = due ? std::min(*due, byInterval) : byInterval;
    }
    if (!due)
        return std::nullopt;
    return std::max(*due, credential.obtainedAt.addSecs(shortestPause.count()));
}

bool isFresh(const Credential &credential, const TokenLifetimes &pack, const QDateTime &now)
{
    if (!credential.hasAccess())
        return false;
    if (pack.accessNeverExpires || !credential.accessExpiresAt)
        return true;
    const std::chrono::seconds lifetime(credential.obtainedAt.secsTo(*credential.accessExpiresAt));
    return now < credential.accessExpiresAt->addSecs(-refreshMargin(lifetime, pack).count());
}

AfterLostAnswer afterLostAnswer(const RefreshMarker &marker, const Credential &credential,
                                const TokenLifetimes &pack, const QDateTime &now)
{
    if (credential.generation > marker.generation)
        return AfterLostAnswer::NothingLost;
    // A token that never rotates cannot have been spent.
    if (pack.rotates == std::optional<bool>(false))
        return AfterLostAnswer::RetryOnce;
    if (pack.grace && !marker.retried && now <= marker.startedAt.addSecs(pack.grace->count()))
        return AfterLostAnswer::RetryOnce;
    return AfterLostAnswer::UseAccessToken;
}

} // namespace relink
