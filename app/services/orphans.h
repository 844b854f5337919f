// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QList>
#include <QStringList>

namespace relink {

//! What keychain and rows do not agree on (R79).
struct Orphans
{
    QStringList accounts; //!< of items that belong to no connection
    QList<ConnectionId> connections; //!< whose item is gone

    bool isEmpty() const { return accounts.isEmpty() && connections.isEmpty(); }
};

} // namespace relink
