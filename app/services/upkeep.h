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
//! timer for the next due connection.
class Upkeep : public QObject
{
    Q_OBJECT
public:
    Upkeep(ConnectionManager &manager, const Clock &clock, QObject *parent = nullptr);

    void start();
    void stop();

private:
    void plan();
    void planSoon();
    void runDue();
    QDateTime dueAt(const Connection &connection) const;

    ConnectionManager &m_manager;
    const Clock &m_clock;
    QTimer m_timer;
    QHash<ConnectionId, QDateTime> m_checkedAt;
    bool m_running = false;
};

} // namespace relink
