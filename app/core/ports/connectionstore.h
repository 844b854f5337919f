// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/integration.h"
#include "core/result.h"

#include <QDateTime>
#include <QFuture>

#include <memory>
#include <optional>
#include <stop_token>

namespace relink {

//! Port: the rows of the connections. Synchronous: an indexed read or a one-row transaction; only
//! what may be many rows is written beside the caller. Errors have code `storage`.
class ConnectionStore
{
public:
    virtual ~ConnectionStore() = default;
    virtual Result<QList<Connection>> connections() = 0;
    //! Inserts or replaces by id. A second row of the same name (without regard to case) is
    //! refused with `invalid_input`.
    virtual Result<Done> save(const Connection &connection) = 0;
    //! New rows, and the pairs that these are part of: all or none. `invalid_input` as with save();
    //! `cancelled` when it was stopped before the end, and then nothing was written. To the caller
    //! they are what another process changed.
    virtual QFuture<Result<Done>> addAll(const QList<Connection> &connections,
                                         const QList<Integration> &pairs, std::stop_token stop)
        = 0;
    //! Removes the row and all that hangs on it: history, progress, marker.
    virtual Result<Done> remove(const ConnectionId &id) = 0;
    //! Grows when another process changed the file; equal numbers mean nothing to reload.
    virtual qint64 foreignChanges() = 0;
};

//! A refresh that was begun and not yet known to be finished (R55).
struct RefreshMarker
{
    quint64 generation = 0; //!< of the credential whose refresh token was sent
    QDateTime startedAt;
    bool retried = false; //!< the one retry within the grace was used

    friend bool operator==(const RefreshMarker &, const RefreshMarker &) = default;
};

//! Port: the write-ahead record of refreshes, and the lock that two processes share.
class RefreshJournal
{
public:
    virtual ~RefreshJournal() = default;
    //! On disk before it returns.
    virtual Result<Done> begin(const ConnectionId &id, const RefreshMarker &marker) = 0;
    virtual Result<Done> finish(const ConnectionId &id) = 0;
    virtual Result<std::optional<RefreshMarker>> pending(const ConnectionId &id) = 0;
    //! Held while the returned object lives; null when another process has it. Never blocks. The
    //! lock of a killed process is taken over.
    virtual std::shared_ptr<void> tryLock(const ConnectionId &id) = 0;
};

} // namespace relink
