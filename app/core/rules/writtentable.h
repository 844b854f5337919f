// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace relink {

//! How far a call of a script is followed.
inline constexpr qsizetype longestCall = 1500;

//! From `start`, which is behind an opening bracket, through the one that closes it.
QString bracketed(const QString &script, qsizetype start);

//! The names in a table of any language, {"a": 1, b => 2, c = 3}, without its opening bracket.
QStringList tableNames(const QString &content);

} // namespace relink
