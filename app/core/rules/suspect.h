// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/historyevent.h"

#include <chrono>

namespace relink {

//! How long before a failure a noted change is its first suspect. Three days: a password changed on
//! a Friday is met again on Monday.
inline constexpr std::chrono::hours suspectWithin {72};

//! Where and when something began to fail.
struct FailureStart
{
    ConnectionId connection;
    QString provider;
    std::optional<ErrorClass> errorClass; //!< null: nothing fails
    QDateTime time;

    friend bool operator==(const FailureStart &, const FailureStart &) = default;
};

FailureStart startOf(const HistoryEvent &event);
//! Of the failure that stands now.
FailureStart startOf(const Connection &connection);

//! Can a change that somebody made be behind it? A fault that passes by itself has no suspect.
bool mayHaveSuspect(const FailureStart &failure);

//! Asks the history for what suspectFor() chooses from.
HistoryQuery notesBefore(const FailureStart &failure);

//! The noted change that came last before the failure, of the same connection or of all of the same
//! provider; of two at one time the connection's own. Null: none is near enough.
std::optional<HistoryEvent> suspectFor(const FailureStart &failure,
                                       const QList<HistoryEvent> &notes);

} // namespace relink
