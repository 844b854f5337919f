// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace relink::words {

//! A time of day as the merchant's locale writes it, without seconds.
QString clockTime(const QDateTime &time);

//! "at 08:20", or with the day when it is another one.
QString atTime(const QDateTime &time, const QDateTime &now);

} // namespace relink::words
