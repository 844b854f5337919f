// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace relink {

//! Longest wait that a server can ask for (R47).
inline constexpr std::chrono::seconds retryAfterMaximum = std::chrono::hours {6};

//! Retry-After, RFC 9110 10.2.3: seconds or one of the three date forms; a moment that has passed
//! is 0, anything above retryAfterMaximum is that. Null for everything else, for two values, and
//! for a date when `now` is invalid.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now);

} // namespace relink
