// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/connectionstore.h"

#include <QString>

namespace relink {

class Database;

//! RefreshJournal on a migrated Database, which must outlive it. Locks are files in `locks/` of
//! the profile folder and need no database.
class SqliteRefreshJournal : public RefreshJournal
{
public:
    explicit SqliteRefreshJournal(Database &database);

    Result<Done> begin(const ConnectionId &id, const RefreshMarker &marker) override;
    Result<Done> finish(const ConnectionId &id) override;
    Result<std::optional<RefreshMarker>> pending(const ConnectionId &id) override;
    //! Null also for an id that cannot be a file name and for a folder that cannot be written.
    std::shared_ptr<void> tryLock(const ConnectionId &id) override;

private:
    Database &m_database;
};

} // namespace relink
