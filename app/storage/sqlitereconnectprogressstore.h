// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/reconnectprogressstore.h"

namespace relink {

class Database;

//! ReconnectProgressStore on a migrated Database, which must outlive it.
class SqliteReconnectProgressStore : public ReconnectProgressStore
{
public:
    explicit SqliteReconnectProgressStore(Database &database);

    //! Of a connection that was removed nothing is stored (R68).
    Result<Done> save(const ReconnectProgress &progress) override;
    Result<std::optional<ReconnectProgress>> load(const ConnectionId &id) override;
    Result<Done> discard(const ConnectionId &id) override;

private:
    Database &m_database;
};

} // namespace relink
