// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/reconnectprogressstore.h"

#include <QMap>

namespace relink::test {

class FakeReconnectProgressStore : public ReconnectProgressStore
{
public:
    Result<Done> save(const ReconnectProgress &progress) override
    {
        stored.insert(progress.connection, progress);
        return Done {};
    }
    Result<std::optional<ReconnectProgress>> load(const ConnectionId &id) override
    {
        const auto found = stored.constFind(id);
        return found == stored.cend() ? std::optional<ReconnectProgress>() : std::optional(*found);
    }
    Result<Done> discard(const ConnectionId &id) override
    {
        stored.remove(id);
        return Done {};
    }

    QMap<ConnectionId, ReconnectProgress> stored;
};

} // namespace relink::test
