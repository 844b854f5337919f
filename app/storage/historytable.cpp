// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historytable.h"

#include "core/model/areaaction.h"
#include "storage/removedconnections.h"
#include "storage/sql.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

// One list for writing and reading: the order of values() and of eventFrom().
constexpr auto columnList
    = "time, first_seen, noticed_at, count, kind, connection, connection_name, "
      "provider, stage, action, http_status, provider_code, error_class, "
      "cause, code, message, resolved"_L1;

QVariant classValue(const std::optional<ErrorClass> &errorClass)
{
    return errorClass ? QVariant(toString(*errorClass)) : QVariant();
}

QVariant statusValue(const std::optional<int> &status)
{
    return status ? QVariant(*status) : QVariant();
}

//! Joined by a control character that no message has, so that words of two fields do not meet.
QString searchKey(const HistoryEvent &e)
{
    const QStringList fields {e.message, e.connectionName, e.code, e.providerCode};
    return caseless(fields.join(QChar(0x1f)));
}

QVariantList values(const HistoryEvent &e)
{
    return {
        timeValue(e.time),
        timeValue(e.firstSeen.isValid() ? e.firstSeen : e.time),
        timeValue(e.noticedAt),
        qMax(1, e.count),
        toString(e.kind),
        textValue(e.connection.value),
        textValue(e.connectionName),
        textValue(e.provider),
        toString(e.stage),
        textValue(e.action),
        statusValue(e.httpStatus),
        textValue(e.providerCode),
        classValue(e.errorClass),
        textValue(e.cause),
        textValue(e.code),
        textValue(e.message),
        e.resolved ? 1 : 0,
    };
}

HistoryEvent eventFrom(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    HistoryEvent e;
    e.id = next().toLongLong();
    e.time = timeFrom(next());
    e.firstSeen = timeFrom(next());
    e.noticedAt = timeFrom(next());
    e.count = next().toInt();
    e.kind = historyKindFromString(next().toString()).value_or(e.kind);
    e.connection.value = next().toString();
    e.connectionName = next().toString();
    e.provider = next().toString();
    e.stage = historyStageFromString(next().toString()).value_or(e.stage);
    e.action = next().toString();
    if (const QVariant status = next(); !status.isNull())
        e.httpStatus = status.toInt();
    e.providerCode = next().toString();
    e.errorClass = errorClassFromString(next().toString());
    e.cause = next().toString();
    e.code = next().toString();
    e.message = next().toString();
    e.resolved = next().toInt() != 0;
    return e;
}

//! Id of the connection's latest event if that is the same open failure, else 0. A note of the
//! change diary in between parts nothing: the failure began before it.
Result<qint64> equalLatest(const QSqlDatabase &database, const HistoryEvent &e)
{
    auto same = single(database,
                       u"SELECT CASE WHEN kind = 'failure' AND resolved = 0 AND stage = ? AND "
                       "error_class IS ? AND cause = ? AND code = ? AND http_status IS ? AND "
                       "provider_code = ? AND instr(action, ?) <> 1 AND instr(action, ?) <> 1 "
                       "THEN id ELSE 0 END "
                       "FROM history WHERE connection = ? AND action <> ? "
                       "ORDER BY id DESC LIMIT 1"_s,
                       {toString(e.stage), classValue(e.errorClass), textValue(e.cause),
                        textValue(e.code), statusValue(e.httpStatus), textValue(e.providerCode),
                        QString(areaPrefix), QString(pastedAction), textValue(e.connection.value),
                        QString(notedAction)});
    if (!same)
        return same.error();
    return same->toLongLong();
}

Result<Done> insert(const QSqlDatabase &database, const HistoryEvent &event)
{
    QVariantList row = values(event);
    row.append(textValue(searchKey(event)));
    static const QString marks = QStringList(row.size(), u"?"_s).join(u", "_s);
    return run(database,
               u"INSERT INTO history (%1, search_key) VALUES (%2)"_s.arg(columnList, marks), row);
}

//! Of what was pasted each has words of its own, and an area is told of once.
bool keepsItsOwnLine(const QString &action)
{
    return isPasted(action) || !areaOf(action).isEmpty();
}

//! The failures that a recovery ends: those of its area, or all that name none.
Result<Done> resolve(const QSqlDatabase &database, const HistoryEvent &recovery)
{
    static const QString open
        = u"UPDATE history SET resolved = 1 WHERE connection = ? AND resolved = 0 AND "
          "kind = 'failure' AND "_s;
    const QVariant connection = textValue(recovery.connection.value);
    if (const QString area = areaOf(recovery.action); !area.isEmpty()) {
        return run(database, QString(open + u"action IN (?, ?)"_s),
                   {connection, textValue(areaAction(area)), textValue(pastedActionOf(area))});
    }
    return run(database, QString(open + u"instr(action, ?) <> 1 AND instr(action, ?) <> 1"_s),
               {connection, QString(areaPrefix), QString(pastedPrefix)});
}

} // namespace

Result<Done> storeEvent(const QSqlDatabase &database, const HistoryEvent &event,
                        const RemovedConnections &removed)
{
    if (!event.time.isValid())
        return localError(code::invalidInput, u"An event needs its time."_s);
    return inTransaction(database, [&]() -> Result<Done> {
        // Asked inside the transaction: see SqliteConnectionStore::remove().
        if (removed.contains(event.connection))
            return Done {};
        if (event.kind == HistoryKind::Failure && !keepsItsOwnLine(event.action)) {
            auto same = equalLatest(database, event);
            if (!same)
                return same.error();
            if (*same > 0) {
                return run(database,
                           u"UPDATE history SET count = count + ?, time = ?, "
                           "noticed_at = coalesce(noticed_at, ?) WHERE id = ?"_s,
                           {qMax(1, event.count), timeValue(event.time), timeValue(event.noticedAt),
                            *same});
            }
        }
        if (event.kind == HistoryKind::Recovery && !event.connection.isEmpty()) {
            auto resolved = resolve(database, event);
            if (!resolved)
                return resolved;
        }
        return insert(database, event);
    });
}

Result<QList<HistoryEvent>> findEvents(const QSqlDatabase &database, const HistoryQuery &query)
{
    QStringList conditions;
    QVariantList bound;
    const auto require = [&](const QString &condition, const QVariantList &with) {
        conditions.append(condition);
        bound += with;
    };
    if (query.connection && !query.notesOfProvider.isEmpty()) {
        require(u"(connection = ? OR (connection = '' AND action = ? AND provider = ?))"_s,
                {textValue(query.connection->value), QString(notedAction),
                 textValue(query.notesOfProvider)});
    } else if (query.connection) {
        require(u"connection = ?"_s, {textValue(query.connection->value)});
    }
    if (!query.action.isEmpty())
        require(u"action = ?"_s, {textValue(query.action)});
    if (!query.provider.isEmpty())
        require(u"provider = ?"_s, {textValue(query.provider)});
    if (query.errorClass)
        require(u"error_class = ?"_s, {toString(*query.errorClass)});
    if (query.stage)
        require(u"stage = ?"_s, {toString(*query.stage)});
    if (query.since.isValid())
        require(u"time >= ?"_s, {timeValue(query.since)});
    if (query.until.isValid())
        require(u"time <= ?"_s, {timeValue(query.until)});
    // instr() instead of LIKE: it has no wildcards to escape and no limit on the pattern.
    if (!query.search.isEmpty())
        require(u"instr(search_key, ?) > 0"_s, {textValue(caseless(query.search))});
    if (query.unresolvedOnly)
        require(u"resolved = 0 AND kind = 'failure'"_s, {});
    if (query.beforeId > 0 && query.beforeTime.isValid())
        require(u"(time, id) < (?, ?)"_s, {timeValue(query.beforeTime), query.beforeId});
    QString sql = u"SELECT id, %1 FROM history"_s.arg(columnList);
    if (!conditions.isEmpty())
        sql += u" WHERE "_s % conditions.join(u" AND "_s);
    sql += u" ORDER BY time DESC, id DESC LIMIT ?"_s;
    bound.append(qMax(0, query.limit));

    auto rows = execute(database, sql, bound);
    if (!rows)
        return rows.error();
    QList<HistoryEvent> events;
    while (rows->next())
        events.append(eventFrom(*rows));
    if (auto read = rowsRead(*rows); !read)
        return read.error();
    return events;
}

Result<Done> removeNote(const QSqlDatabase &database, qint64 id)
{
    return run(database, u"DELETE FROM history WHERE id = ? AND action = ?"_s,
               {id, QString(notedAction)});
}

Result<qint64> countEvents(const QSqlDatabase &database)
{
    auto count = single(database, u"SELECT count(*) FROM history"_s);
    if (!count)
        return count.error();
    return count->toLongLong();
}

Result<qint64> trimEvents(const QSqlDatabase &database, const HistoryLimits &limits)
{
    auto count = countEvents(database);
    if (!count || *count <= limits.events)
        return count;
    auto deleted = execute(database,
                           u"DELETE FROM history WHERE id IN "
                           "(SELECT id FROM history ORDER BY time, id LIMIT ?)"_s,
                           {qMin(qint64(limits.batch), *count - limits.events)});
    if (!deleted)
        return deleted.error();
    return *count - deleted->numRowsAffected();
}

} // namespace relink
