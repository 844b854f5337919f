// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/integration.h"
#include "core/model/providerpack.h"

#include <QList>

namespace relink {

//! What stands still because of one connection.
struct Impact
{
    bool everything = false; //!< its light is red: nothing works through it
    int pairs = 0; //!< integrations that it holds up
    //! What is known to stand still, each once. With `everything`: all that the pack can name for
    //! this way of connecting, and what was marked. A report of the merchant's has no id.
    QList<AreaReport> areas;

    bool isNothing() const { return !everything && areas.isEmpty(); }
};

//! `pack` may be null. Nothing is guessed: a connection of whose uses nothing is known stops no
//! areas.
Impact impactOf(const Connection &connection, const ProviderPack *pack,
                const QList<Integration> &pairs);

//! The order in which connections are mended: those that stop everything first, then by the number
//! of pairs, then of areas. Equal ones stay as they are under a stable sort.
bool stopsMore(const Impact &one, const Impact &another);

} // namespace relink
