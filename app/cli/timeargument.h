// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <optional>

namespace relink::cli {

//! A time of the command line: RFC 3339 ("2026-11-18T08:12:00Z"), a date (midnight here), or how
//! long ago ("7d", also w, h and m). Null for anything else.
std::optional<QDateTime> timeArgument(const QString &text, const QDateTime &now);

} // namespace relink::cli
