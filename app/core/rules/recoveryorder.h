// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/impact.h"

namespace relink {

//! A connection whose light is red, and what stands still because of it.
struct Broken
{
    Connection connection;
    Impact impact;
};

//! The order in which they are mended: what stops most first, then what has been broken longest,
//! then by name. Those of one provider follow the first of them, so that one sign-in in the browser
//! serves them all.
QList<ConnectionId> recoveryOrder(QList<Broken> broken);

} // namespace relink
