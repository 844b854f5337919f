// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/connectionstore.h"
#include "core/ports/integrationstore.h"

#include <QPromise>
#include <QSet>

#include <functional>
#include <memory>

namespace relink::test {

class FakeConnectionStore : public ConnectionStore, public IntegrationStore
{
public:
    Result<QList<Connection>> connections() override { return rows; }
    Result<Done> save(const Connection &connection) override
    {
        if (broken || savesLeft == 0)
            return localError(code::storage, QStringLiteral("disk full"));
        --savesLeft;
        for (Connection &row : rows) {
            if (row.id == connection.id) {
                row = connection;
                return Done {};
            }
        }
        rows.append(connection);
        return Done {};
    }
    QFuture<Result<Done>> addAll(const QList<Connection> &connections,
                                 const QList<Integration> &added, std::stop_token stop) override
    {
        auto promise = std::make_shared<QPromise<Result<Done>>>();
        promise->start();
        const auto work = [this, connections, added, stop, promise] {
            promise->addResult(addNow(connections, added, stop));
            promise->finish();
        };
        holdsAdding ? held.append(work) : work();
        return promise->future();
    }
    Result<Done> remove(const ConnectionId &id) override
    {
        if (broken)
            return localError(code::storage, QStringLiteral("disk full"));
        rows.removeIf([&id](const Connection &row) { return row.id == id; });
        pairs.removeIf([&id](const Integration &pair) { return pair.has(id); });
        return Done {};
    }
    qint64 foreignChanges() override { return changes; }
    Result<QList<Integration>> integrations() override { return pairs; }
    Result<Done> saveIntegration(const Integration &integration) override
    {
        if (broken)
            return localError(code::storage, QStringLiteral("disk full"));
        pairs.removeIf([&](const Integration &pair) { return pair.id == integration.id; });
        pairs.append(integration);
        return Done {};
    }
    Result<Done> removeIntegration(const QString &id) override
    {
        if (broken)
            return localError(code::storage, QStringLiteral("disk full"));
        pairs.removeIf([&id](const Integration &pair) { return pair.id == id; });
        return Done {};
    }

    QList<Connection> rows;
    QList<Integration> pairs;
    qint64 changes = 0;
    bool broken = false;
    int savesLeft = -1; //!< then the disk is full; negative: it never is
    bool holdsAdding = false; //!< what is to be added waits in `held`
    QList<std::function<void()>> held;

private:
    Result<Done> addNow(const QList<Connection> &connections, const QList<Integration> &added,
                        const std::stop_token &stop)
    {
        if (stop.stop_requested())
            return localError(code::cancelled);
        if (broken || (savesLeft >= 0 && savesLeft < connections.size()))
            return localError(code::storage, QStringLiteral("disk full"));
        rows += connections;
        pairs += added;
        ++changes;
        return Done {};
    }
};

} // namespace relink::test
