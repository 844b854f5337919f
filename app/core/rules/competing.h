// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "core/model/recipe.h"

#include <QList>

namespace relink {

//! A connection that one more sign-in may push out, or be pushed out by.
struct Competitor
{
    ConnectionId id;
    QString name;
    //! The same company and the same user; false: neither is known, so it may be.
    bool certain = false;

    friend bool operator==(const Competitor &, const Competitor &) = default;
};

//! The other signed-in connections of the same provider and environment, as far as they are not
//! known to be for another company or by another user. What is certain comes first. `connection`
//! may be one that is not there yet.
QList<Competitor> competitorsOf(const ProviderPack &pack, const Connection &connection,
                                const QList<Connection> &all);

//! True where one more sign-in beside these ends another, by what the pack says.
bool endsAnother(const ProviderPack &pack, const QList<Competitor> &competitors);

//! Did a second sign-in end this one (P4)? `competing_connection` where the pack says that it can
//! and it came before the failure and after this one's own; else at most a warning.
CheckResult checkCompeting(const ProviderPack &pack, const Connection &connection,
                           const QList<Connection> &all);

} // namespace relink
