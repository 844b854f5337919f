// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/historyevent.h"
#include "core/result.h"

#include <QList>
#include <QSqlDatabase>

namespace relink {

class RemovedConnections;

//! How much history is kept. The oldest events go first, a batch at a time.
struct HistoryLimits
{
    int events = 100'000;
    int batch = 500;
};

//! The rules of the history port as SQL, on whatever connection and thread.

//! Stores, or raises the count of the connection's latest event when that is an equal failure; an
//! event of a removed connection is dropped.
Result<Done> storeEvent(const QSqlDatabase &database, const HistoryEvent &event,
                        const RemovedConnections &removed);
Result<QList<HistoryEvent>> findEvents(const QSqlDatabase &database, const HistoryQuery &query);
//! Deletes the event of that id if it is a note of the change diary.
Result<Done> removeNote(const QSqlDatabase &database, qint64 id);
Result<qint64> countEvents(const QSqlDatabase &database);
//! Deletes one batch if there are more events than the limit; tells how many are left.
Result<qint64> trimEvents(const QSqlDatabase &database, const HistoryLimits &limits);

} // namespace relink
