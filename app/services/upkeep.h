// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "services/ports.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace relink {

class ConnectionManager;

//! Quiet upkeep while the window is open: checks every connection when it is due (every 15 minutes
//! unless its pack says otherwise, sooner after a passing fault, before a token ends). One coarse
//! timer for the next due connection; at most two checks at a time that may ask the same host, so
//! that many accounts that come back together are no burst (R48). Shops with hosts of their own do
//! not wait for each other.
class Upkeep : public QObject
{
    Q_OBJECT
public:
    Upkeep(ConnectionManager &manager, const Clock &clock, QObject *parent = nullptr);

    void start();
    void stop();

private:
    //! The plan needs every present provider's pack, and reading all of them at once would hold up
    //! the window: one between two visits to the event loop.
    void readNext();
    void plan();
    void planSoon();
    void runDue();
    void startWaiting();
    void start(const ConnectionId &id, const QStringList &hosts);
    QDateTime dueAt(const Connection &connection) const;

    ConnectionManager &m_manager;
    const Clock &m_clock;
    QTimer m_timer;
    QHash<ConnectionId, QDateTime> m_checkedAt;
    QList<std::pair<ConnectionId, QStringList>> m_waiting; //!< due, with the hosts
    QHash<QString, int> m_inFlight; //!< by host
    QStringList m_unread; //!< providers
    bool m_running = false;
};

} // namespace relink
