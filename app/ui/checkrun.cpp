// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checkrun.h"

#include "services/connectionmanager.h"
#include "services/futures.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace relink {

using namespace std::chrono_literals;

namespace {

// Between two visits to the event loop. Few, and none after the first that took its time: it may
// have had to read and check the description of its provider.
constexpr int atOnce = 4;
constexpr std::chrono::milliseconds atLength = 2ms;

} // namespace

CheckRun::CheckRun(ConnectionManager &manager, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
{}

void CheckRun::start(const QList<ConnectionId> &ids)
{
    if (isRunning())
        return;
    ++m_run;
    m_waiting = ids;
    m_total = int(ids.size());
    m_finished = 0;
    Q_EMIT progressed();
    if (m_total == 0)
        Q_EMIT finished();
    else
        beginSome();
}

void CheckRun::beginSome()
{
    const QDeadlineTimer visit(atLength, Qt::PreciseTimer);
    for (int i = 0; i < atOnce && !m_waiting.isEmpty() && (i == 0 || !visit.hasExpired()); ++i) {
        whenDone(m_manager.check(m_waiting.takeFirst()), this,
                 [this, run = m_run](const Result<Connection> &) {
                     if (run != m_run)
                         return;
                     ++m_finished;
                     Q_EMIT progressed();
                     if (m_finished == m_total)
                         Q_EMIT finished();
                 });
    }
    if (!m_waiting.isEmpty())
        QTimer::singleShot(0, this, &CheckRun::beginSome);
}

} // namespace relink
