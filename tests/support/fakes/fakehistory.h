// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/history.h"
#include "services/futures.h"

#include <algorithm>

namespace relink::test {

class FakeHistory : public History
{
public:
    QFuture<Result<Done>> append(const HistoryEvent &event) override
    {
        events.append(event);
        // A test that gives ids keeps them.
        if (events.last().id == 0)
            events.last().id = ++lastId;
        return completed(Result<Done>(Done {}));
    }
    QFuture<Result<QList<HistoryEvent>>> query(const HistoryQuery &query) override
    {
        QList<HistoryEvent> found;
        for (const HistoryEvent &event : events) {
            const bool ofProvider = event.connection.isEmpty() && event.action == notedAction
                && !query.notesOfProvider.isEmpty() && query.notesOfProvider == event.provider;
            if (query.connection && *query.connection != event.connection && !ofProvider)
                continue;
            if (!query.action.isEmpty() && query.action != event.action)
                continue;
            found.prepend(event);
        }
        std::stable_sort(
            found.begin(), found.end(),
            [](const HistoryEvent &a, const HistoryEvent &b) { return a.time > b.time; });
        return completed(Result<QList<HistoryEvent>>(found));
    }

    QFuture<Result<Done>> removeNote(qint64 id) override
    {
        events.removeIf([id](const HistoryEvent &event) {
            return event.id == id && event.action == notedAction;
        });
        return completed(Result<Done>(Done {}));
    }

    QList<HistoryEvent> events;
    qint64 lastId = 1000;
};

} // namespace relink::test
