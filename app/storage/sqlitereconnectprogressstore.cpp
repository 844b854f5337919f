// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sqlitereconnectprogressstore.h"

#include "storage/database.h"
#include "storage/reconnectjson.h"
#include "storage/valuejson.h"

namespace relink {

using namespace Qt::StringLiterals;

SqliteReconnectProgressStore::SqliteReconnectProgressStore(Database &database)
    : m_database(database)
{}

Result<Done> SqliteReconnectProgressStore::save(const ReconnectProgress &progress)
{
    if (m_database.removed()->contains(progress.connection))
        return Done {};
    return run(
        m_database.sql(),
        u"INSERT INTO reconnect_progress (connection, started_at, progress) VALUES (?, ?, ?) "
        "ON CONFLICT (connection) DO UPDATE SET started_at = excluded.started_at, progress = "
        "excluded.progress"_s,
        {progress.connection.value, timeValue(progress.startedAt), columnText(toJson(progress))});
}

Result<std::optional<ReconnectProgress>> SqliteReconnectProgressStore::load(const ConnectionId &id)
{
    auto text = single(m_database.sql(),
                       u"SELECT progress FROM reconnect_progress WHERE connection = ?"_s,
                       {textValue(id.value)});
    if (!text)
        return text.error();
    if (!text->isValid())
        return std::optional<ReconnectProgress>();
    return std::optional(reconnectProgressFromJson(objectFromColumn(text->toString())));
}

Result<Done> SqliteReconnectProgressStore::discard(const ConnectionId &id)
{
    return run(m_database.sql(), u"DELETE FROM reconnect_progress WHERE connection = ?"_s,
               {textValue(id.value)});
}

} // namespace relink
