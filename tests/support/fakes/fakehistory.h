// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/history.h"
#include "services/futures.h"

namespace relink::test {

class FakeHistory : public History
{
public:
    QFuture<Result<Done>> append(const HistoryEvent &event) override
    {
        events.append(event);
        return completed(Result<Done>(Done {}));
    }
    QFuture<Result<QList<HistoryEvent>>> query(const HistoryQuery &query) override
    {
        QList<HistoryEvent> found;
        for (const HistoryEvent &event : events) {
            if (!query.connection || *query.connection == event.connection)
                found.prepend(event);
        }
        return completed(Result<QList<HistoryEvent>>(found));
    }

    QList<HistoryEvent> events;
};

} // namespace relink::test
