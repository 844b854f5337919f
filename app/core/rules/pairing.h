// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connectionstate.h"

#include <QString>

#include <optional>

namespace relink {

//! Where a connection stands in an integration.
enum class PairSide { Accounting, Other };

//! By the category of its provider; null: such a connection is no part of a pair.
std::optional<PairSide> pairSideOf(const QString &category);

//! Which of two states a pair is shown by, since it works only as well as its worse side: red
//! before what is unknown, unknown before green, and of two greens the one that ends soon. Of
//! equals the first.
const ConnectionState &worseOf(const ConnectionState &first, const ConnectionState &second);

} // namespace relink
