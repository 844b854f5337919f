// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sqliterefreshjournal.h"

#include "storage/database.h"
#include "storage/filelock.h"
#include "storage/privatefiles.h"

#include <QDir>

namespace relink {

using namespace Qt::StringLiterals;

SqliteRefreshJournal::SqliteRefreshJournal(Database &database)
    : m_database(database)
{}

Result<Done> SqliteRefreshJournal::begin(const ConnectionId &id, const RefreshMarker &marker)
{
    const QSqlDatabase sql = m_database.sql();
    // WAL with NORMAL would leave the last commits to the system's cache. FULL has the log on the
    // disk before COMMIT returns, and only this write pays for it.
    if (auto full = run(sql, u"PRAGMA synchronous = FULL"_s); !full)
        return full;
    auto begun = inTransaction(sql, [&] {
        return run(
            sql,
            u"INSERT INTO refresh_marker (connection, generation, started_at, retried) "
            "VALUES (?, ?, ?, ?) ON CONFLICT (connection) DO UPDATE SET generation = "
            "excluded.generation, started_at = excluded.started_at, retried = excluded.retried"_s,
            {id.value, qint64(marker.generation), timeValue(marker.startedAt),
             marker.retried ? 1 : 0});
    });
    (void)run(sql, u"PRAGMA synchronous = NORMAL"_s);
    return begun;
}

Result<Done> SqliteRefreshJournal::finish(const ConnectionId &id)
{
    return run(m_database.sql(), u"DELETE FROM refresh_marker WHERE connection = ?"_s,
               {textValue(id.value)});
}

Result<std::optional<RefreshMarker>> SqliteRefreshJournal::pending(const ConnectionId &id)
{
    auto rows = execute(
        m_database.sql(),
        u"SELECT generation, started_at, retried FROM refresh_marker WHERE connection = ?"_s,
        {textValue(id.value)});
    if (!rows)
        return rows.error();
    std::optional<RefreshMarker> marker;
    if (rows->next()) {
        marker = RefreshMarker {quint64(rows->value(0).toLongLong()), timeFrom(rows->value(1)),
                                rows->value(2).toInt() != 0};
    } else if (auto read = rowsRead(*rows); !read) {
        return read.error();
    }
    return marker;
}

std::shared_ptr<void> SqliteRefreshJournal::tryLock(const ConnectionId &id)
{
    if (!isUsable(id))
        return {};
    const QString folder = QDir(m_database.folder()).filePath(u"locks"_s);
    if (!preparePrivateFolder(folder))
        return {};
    return lockFile(QDir(folder).filePath(id.value % u".lock"_s));
}

} // namespace relink
