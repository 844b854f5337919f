// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/connectionlock.h"

#include "core/ports/connectionstore.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace relink {

using namespace std::chrono_literals;

namespace {

constexpr auto pause = 50ms;
constexpr auto patience = 5s;

void attempt(RefreshJournal &journal, const ConnectionId &id, QObject *context,
             const QDeadlineTimer &deadline, std::function<void(std::shared_ptr<void>)> then)
{
    std::shared_ptr<void> lock = journal.tryLock(id);
    if (lock || deadline.hasExpired())
        return then(std::move(lock));
    QTimer::singleShot(pause, context, [=, &journal, then = std::move(then)] {
        attempt(journal, id, context, deadline, then);
    });
}

} // namespace

void withConnectionLock(RefreshJournal &journal, const ConnectionId &id, QObject *context,
                        std::function<void(std::shared_ptr<void>)> then)
{
    attempt(journal, id, context, QDeadlineTimer(patience), std::move(then));
}

} // namespace relink
