// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connectionstate.h"
#include "core/model/integration.h"

#include <QString>

#include <optional>

namespace relink {

//! Where a connection stands in an integration.
enum class PairSide { Accounting, Other };

//! By the category of its provider; null: such a connection is no part of a pair.
std::optional<PairSide> pairSideOf(const QString &category);

//! One half of a pair to be: a connection by what decides about it.
struct PairHalf
{
    ConnectionId id;
    QString name;
    QString category; //!< of its provider
};

//! Two connections as a pair, without an id yet, each at its side; null: they do not go together.
//! An empty name is made of theirs, and can be used as it is.
std::optional<Integration> pairOf(const PairHalf &one, const PairHalf &another,
                                  const QString &name);

//! Which of two states a pair is shown by, since it works only as well as its worse side: red
//! before what is unknown, unknown before green, and of two greens the one that ends soon. Of
//! equals the first.
const ConnectionState &worseOf(const ConnectionState &first, const ConnectionState &second);

} // namespace relink
