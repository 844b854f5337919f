// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/connectionstore.h"

#include <QMap>
#include <QSet>

namespace relink::test {

class FakeRefreshJournal : public RefreshJournal
{
public:
    Result<Done> begin(const ConnectionId &id, const RefreshMarker &marker) override
    {
        ++begun;
        if (broken)
            return localError(code::storage);
        markers.insert(id, marker);
        return Done {};
    }
    Result<Done> finish(const ConnectionId &id) override
    {
        markers.remove(id);
        return Done {};
    }
    Result<std::optional<RefreshMarker>> pending(const ConnectionId &id) override
    {
        const auto found = markers.constFind(id);
        return found == markers.cend() ? std::optional<RefreshMarker>() : std::optional(*found);
    }
    std::shared_ptr<void> tryLock(const ConnectionId &id) override
    {
        if (locked->contains(id))
            return nullptr;
        locked->insert(id);
        return std::shared_ptr<void>(this, [locked = locked, id](void *) { locked->remove(id); });
    }

    QMap<ConnectionId, RefreshMarker> markers;
    std::shared_ptr<QSet<ConnectionId>> locked = std::make_shared<QSet<ConnectionId>>();
    int begun = 0;
    bool broken = false;
};

} // namespace relink::test
