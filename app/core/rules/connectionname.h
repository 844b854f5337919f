// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace relink {

//! In UTF-16 units, as text fields count.
inline constexpr qsizetype longestConnectionName = 200;

//! Why a name, white space at its ends apart, cannot be that of a connection: an English
//! sentence; null when it can.
std::optional<QString> connectionNameProblem(const QString &name);

//! The same for the name of a pair.
std::optional<QString> pairNameProblem(const QString &name);

//! The same for the product that a connection serves; it may be left empty.
std::optional<QString> productNameProblem(const QString &name);

//! A name made of what a server said, as one that can be used and leaves room for a number.
QString usableConnectionName(const QString &wanted);

} // namespace relink
