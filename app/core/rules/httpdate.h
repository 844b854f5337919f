// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace relink {

//! HTTP-date in its three forms, RFC 9110 5.6.7, as UTC: IMF-fixdate, RFC 850 and asctime. `UTC`
//! is read as `GMT`, the day of an IMF-fixdate may have one digit, a leap second is the next
//! minute, and the day name is not checked against the date. Two-digit years are those of 1970 to
//! 2069. Nothing else is read: no other zones, no numeric offsets, no missing time or day name, no
//! other capitals, no free order of the parts, all or most of which curl takes.
std::optional<QDateTime> parseHttpDate(const QByteArray &text);

} // namespace relink
