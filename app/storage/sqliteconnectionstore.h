// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/connectionstore.h"
#include "core/ports/integrationstore.h"
#include "storage/answers.h"

#include <future>
#include <list>

namespace relink {

class Database;

//! ConnectionStore and IntegrationStore on a migrated Database, which must outlive it. Activity and
//! attempt are never stored (design.md section 5).
class SqliteConnectionStore : public ConnectionStore, public IntegrationStore
{
public:
    explicit SqliteConnectionStore(Database &database);
    ~SqliteConnectionStore() override;

    //! Begins to read the rows beside whatever the caller does next; the next connections() takes
    //! them if nothing was changed since. For the start of a window, where both cost about the
    //! same.
    void readAhead();

    //! In the order they were made.
    Result<QList<Connection>> connections() override;
    //! Also refused with `invalid_input`: an id that cannot be a file name, a name that is empty
    //! or that the database would not give back as it is.
    Result<Done> save(const Connection &connection) override;
    QFuture<Result<Done>> addAll(const QList<Connection> &connections,
                                 const QList<Integration> &pairs, std::stop_token stop) override;
    Result<Done> remove(const ConnectionId &id) override;
    qint64 foreignChanges() override;

    //! Taken from what was read ahead, as the connections are.
    Result<QList<Integration>> integrations() override;
    Result<Done> saveIntegration(const Integration &integration) override;
    Result<Done> removeIntegration(const QString &id) override;

private:
    //! Rows, and what the count of changes was just before they were read.
    struct Ahead
    {
        qint64 revision = 0;
        QList<Connection> rows;
        QList<Integration> integrations;
    };
    void checkpointSometimes();
    Result<Done> changeRows(const std::function<Result<Done>()> &work);

    Database &m_database;
    qint64 m_ownChanges = 0;
    qint64 m_foreignChanges = 0;
    std::future<std::optional<Ahead>> m_ahead;
    //! Came with the connections, and what the count of changes was then.
    std::optional<std::pair<qint64, QList<Integration>>> m_integrationsAhead;
    std::future<void> m_checkpoint;
    Answers m_answers;
    std::list<std::future<void>> m_adding; //!< goes before what it answers through
    int m_sinceCheckpoint = 0;
};

} // namespace relink
