// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/connectionstore.h"

namespace relink {

class Database;

//! ConnectionStore on a migrated Database, which must outlive it. Activity and attempt are never
//! stored (design.md section 5).
class SqliteConnectionStore : public ConnectionStore
{
public:
    explicit SqliteConnectionStore(Database &database);

    //! In the order they were made.
    Result<QList<Connection>> connections() override;
    //! Also refused with `invalid_input`: an id that cannot be a file name, a name that is empty
    //! or that the database would not give back as it is.
    Result<Done> save(const Connection &connection) override;
    Result<Done> remove(const ConnectionId &id) override;
    qint64 foreignChanges() override;

private:
    Result<Done> changeRows(const std::function<Result<Done>()> &work);

    Database &m_database;
    qint64 m_ownChanges = 0;
    qint64 m_foreignChanges = 0;
};

} // namespace relink
