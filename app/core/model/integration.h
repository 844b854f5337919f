// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QString>

namespace relink {

//! Two connections that work as a pair: the accounts on one side, and on the other the shop,
//! marketplace or till whose orders go there.
struct Integration
{
    QString id; //!< random and permanent
    QString name; //!< the merchant's
    ConnectionId accounting;
    ConnectionId other;

    bool has(const ConnectionId &connection) const
    {
        return accounting == connection || other == connection;
    }
    friend bool operator==(const Integration &, const Integration &) = default;
};

} // namespace relink
