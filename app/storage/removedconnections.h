// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QMutex>
#include <QSet>

namespace relink {

//! The connections this process removed, so that an event or a progress that was still on its way
//! does not leave a row behind (R68). Shared by threads.
class RemovedConnections
{
public:
    void add(const ConnectionId &id)
    {
        const QMutexLocker lock(&m_mutex);
        m_ids.insert(id);
    }
    void forget(const ConnectionId &id)
    {
        const QMutexLocker lock(&m_mutex);
        m_ids.remove(id);
    }
    bool contains(const ConnectionId &id) const
    {
        const QMutexLocker lock(&m_mutex);
        return m_ids.contains(id);
    }

private:
    mutable QMutex m_mutex;
    QSet<ConnectionId> m_ids;
};

} // namespace relink
