// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QList>
#include <QObject>

namespace relink {

class ConnectionManager;

//! "Check all": checks a list of connections and counts. Calls are begun a few at a time between
//! events, so that a thousand of them do not hold up the window; how many are on the wire is the
//! probe's business.
class CheckRun : public QObject
{
    Q_OBJECT
public:
    explicit CheckRun(ConnectionManager &manager, QObject *parent = nullptr);

    void start(const QList<ConnectionId> &ids);
    bool isRunning() const { return m_finished < m_total; }
    int finishedCount() const { return m_finished; }
    int total() const { return m_total; }

Q_SIGNALS:
    void progressed();
    void finished();

private:
    void beginSome();

    ConnectionManager &m_manager;
    QList<ConnectionId> m_waiting;
    int m_total = 0;
    int m_finished = 0;
    quint64 m_run = 0;
};

} // namespace relink
