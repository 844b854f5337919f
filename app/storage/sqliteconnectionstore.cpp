// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sqliteconnectionstore.h"

#include "storage/database.h"
#include "storage/valuejson.h"

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One list for writing and reading: the order of values() and of connectionFrom(). Every column
// costs at each start, so what no list shows is in one of them.
constexpr auto columnList
    = "id, name, provider, via, environment, credential_environment, auth_method, "
      "organisation_id, organisation_name, identity, secret_account, has_secret, created_at, "
      "access_expires_at, refresh_expires_at, health, keychain_reason, since, verified_at, "
      "retry_at, failures, diagnosis, error, details"_L1;

QVariantList values(const Connection &c)
{
    const auto optional
        = [](bool present, const auto &text) { return present ? QVariant(text()) : QVariant(); };
    return {
        c.id.value,
        textValue(c.name),
        textValue(c.provider),
        textValue(c.via),
        toString(c.environment),
        optional(c.credentialEnvironment.has_value(),
                 [&] { return toString(*c.credentialEnvironment); }),
        textValue(c.authMethod),
        textValue(c.organisation.id),
        textValue(c.organisation.name),
        textValue(c.identity),
        textValue(c.secretAccount),
        c.hasSecret ? 1 : 0,
        timeValue(c.createdAt),
        timeValue(c.accessExpiresAt),
        timeValue(c.refreshExpiresAt),
        toString(c.state.health),
        optional(c.state.keychainReason.has_value(),
                 [&] { return toString(*c.state.keychainReason); }),
        timeValue(c.state.since),
        timeValue(c.state.verifiedAt),
        timeValue(c.state.retryAt),
        c.state.failures,
        optional(c.state.diagnosis.has_value(),
                 [&] { return columnText(toJson(*c.state.diagnosis)); }),
        optional(c.state.error.has_value(), [&] { return columnText(toJson(*c.state.error)); }),
        columnText(detailsJson(c)),
        textValue(caseless(c.name)),
    };
}

Connection connectionFrom(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    const auto text = [&] { return next().toString(); };
    Connection c;
    c.id.value = text();
    c.name = text();
    c.provider = text();
    c.via = text();
    c.environment = environmentFromString(text()).value_or(c.environment);
    c.credentialEnvironment = environmentFromString(text());
    c.authMethod = text();
    c.organisation.id = text();
    c.organisation.name = text();
    c.identity = text();
    c.secretAccount = text();
    c.hasSecret = next().toInt() != 0;
    c.createdAt = timeFrom(next());
    c.accessExpiresAt = optionalTimeFrom(next());
    c.refreshExpiresAt = optionalTimeFrom(next());
    // A word this version does not know says nothing for or against the connection.
    c.state.health = healthFromString(text()).value_or(Health::Unverified);
    c.state.keychainReason = keychainReasonFromString(text());
    c.state.since = timeFrom(next());
    c.state.verifiedAt = timeFrom(next());
    c.state.retryAt = optionalTimeFrom(next());
    c.state.failures = next().toInt();
    if (const QVariant diagnosis = next(); !diagnosis.isNull())
        c.state.diagnosis = diagnosisFromJson(objectFromColumn(diagnosis.toString()));
    if (const QVariant error = next(); !error.isNull())
        c.state.error = authErrorFromJson(objectFromColumn(error.toString()));
    readDetails(objectFromColumn(text()), c);
    return c;
}

Result<QList<Connection>> allRows(const QSqlDatabase &sql)
{
    auto rows = execute(sql, u"SELECT %1 FROM connection ORDER BY position"_s.arg(columnList));
    if (!rows)
        return rows.error();
    QList<Connection> all;
    if (const auto count = single(sql, u"SELECT count(*) FROM connection"_s))
        all.reserve(count->toInt());
    while (rows->next())
        all.append(connectionFrom(*rows));
    if (auto read = rowsRead(*rows); !read)
        return read.error();
    return all;
}

Result<QList<Integration>> allIntegrations(const QSqlDatabase &sql)
{
    auto rows
        = execute(sql, u"SELECT id, name, accounting, other FROM integration ORDER BY position"_s);
    if (!rows)
        return rows.error();
    QList<Integration> all;
    while (rows->next()) {
        all.append({rows->value(0).toString(),
                    rows->value(1).toString(),
                    {rows->value(2).toString()},
                    {rows->value(3).toString()}});
    }
    if (auto read = rowsRead(*rows); !read)
        return read.error();
    return all;
}

const QString revisionQuery = u"SELECT value FROM connection_revision"_s;

//! Made once: INSERT … ON CONFLICT (id) DO UPDATE SET column = excluded.column, …
const QString &upsert()
{
    static const QString sql = [] {
        const QStringList names = QString(columnList).split(u", "_s) + QStringList {u"name_key"_s};
        QStringList updates;
        for (const QString &name : names)
            updates.append(u"%1 = excluded.%1"_s.arg(name));
        return u"INSERT INTO connection (%1) VALUES (%2) ON CONFLICT (id) DO UPDATE SET %3"_s.arg(
            names.join(u", "_s), QStringList(names.size(), u"?"_s).join(u", "_s),
            updates.join(u", "_s));
    }();
    return sql;
}

//! Why a row cannot be written; null when it can.
std::optional<AuthError> refusal(const Connection &connection)
{
    if (!isUsable(connection.id))
        return localError(code::invalidInput,
                          u"The id of a connection has small letters, digits and hyphens only."_s);
    if (connection.name.isEmpty())
        return localError(code::invalidInput, u"A connection needs a name."_s);
    if (!isStoredWhole(connection.name) || !isStoredWhole(connection.via))
        return localError(code::invalidInput,
                          u"The name has a character that is no text. Type it anew."_s);
    return std::nullopt;
}

std::optional<AuthError> refusal(const Integration &integration)
{
    if (integration.id.isEmpty() || integration.name.isEmpty()
        || !isStoredWhole(integration.name)) {
        return localError(code::invalidInput,
                          u"The name has a character that is no text. Type it anew."_s);
    }
    return std::nullopt;
}

Result<Done> write(const QSqlDatabase &sql, const Connection &connection)
{
    if (const auto refused = refusal(connection))
        return *refused;
    auto written = run(sql, upsert(), values(connection));
    if (!written && meansDuplicate(written.error()))
        return localError(code::invalidInput,
                          u"There is a connection of this name already. Choose another name."_s);
    return written;
}

Result<Done> write(const QSqlDatabase &sql, const Integration &integration)
{
    if (const auto refused = refusal(integration))
        return *refused;
    return run(sql,
               u"INSERT INTO integration (id, name, accounting, other) VALUES (?, ?, ?, ?) "
               "ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
               "accounting = excluded.accounting, other = excluded.other"_s,
               {textValue(integration.id), textValue(integration.name),
                textValue(integration.accounting.value), textValue(integration.other.value)});
}

const QString nextRevision = u"UPDATE connection_revision SET value = value + 1"_s;

Result<Done> writeAll(const ConnectionSpec &spec, const QList<Connection> &connections,
                      const QList<Integration> &pairs, const std::stop_token &stop)
{
    const auto connection = SqlConnection::open(spec);
    if (!connection)
        return connection.error();
    const QSqlDatabase sql = (*connection)->database();
    return inTransaction(sql, [&]() -> Result<Done> {
        const auto each = [&sql, &stop](const auto &rows) -> Result<Done> {
            for (const auto &row : rows) {
                if (stop.stop_requested())
                    return localError(code::cancelled);
                if (auto written = write(sql, row); !written)
                    return written;
            }
            return Done {};
        };
        if (auto written = each(connections); !written)
            return written;
        if (auto written = each(pairs); !written)
            return written;
        return run(sql, nextRevision);
    });
}

} // namespace

SqliteConnectionStore::SqliteConnectionStore(Database &database)
    : m_database(database)
{
    // What was written is brought into the main file beside the window, not in the middle of a
    // click: that takes a tenth of a second and more.
    (void)run(database.sql(), u"PRAGMA wal_autocheckpoint = 0"_s);
}

SqliteConnectionStore::~SqliteConnectionStore() = default;

void SqliteConnectionStore::readAhead()
{
    m_ahead = std::async(std::launch::async, [spec = m_database.spec()]() -> std::optional<Ahead> {
        const auto connection = SqlConnection::open(spec);
        if (!connection)
            return std::nullopt;
        const QSqlDatabase sql = (*connection)->database();
        const auto revision = single(sql, revisionQuery);
        auto rows = allRows(sql);
        auto integrations = allIntegrations(sql);
        if (!revision || !rows || !integrations)
            return std::nullopt;
        return Ahead {revision->toLongLong(), std::move(rows).value(),
                      std::move(integrations).value()};
    });
}

Result<QList<Connection>> SqliteConnectionStore::connections()
{
    if (m_ahead.valid()) {
        std::optional<Ahead> ahead = m_ahead.get();
        const auto revision = single(m_database.sql(), revisionQuery);
        if (ahead && revision && revision->toLongLong() == ahead->revision) {
            m_integrationsAhead.emplace(ahead->revision, std::move(ahead->integrations));
            return std::move(ahead->rows);
        }
    }
    return allRows(m_database.sql());
}

Result<QList<Integration>> SqliteConnectionStore::integrations()
{
    if (const auto ahead = std::exchange(m_integrationsAhead, std::nullopt)) {
        const auto revision = single(m_database.sql(), revisionQuery);
        if (revision && revision->toLongLong() == ahead->first)
            return ahead->second;
    }
    return allIntegrations(m_database.sql());
}

Result<Done> SqliteConnectionStore::saveIntegration(const Integration &integration)
{
    return changeRows([&] { return write(m_database.sql(), integration); });
}

Result<Done> SqliteConnectionStore::removeIntegration(const QString &id)
{
    return changeRows([&] {
        return run(m_database.sql(), u"DELETE FROM integration WHERE id = ?"_s, {textValue(id)});
    });
}

Result<Done> SqliteConnectionStore::save(const Connection &connection)
{
    auto saved = changeRows([&] { return write(m_database.sql(), connection); });
    if (saved)
        m_database.removed()->forget(connection.id);
    return saved;
}

QFuture<Result<Done>> SqliteConnectionStore::addAll(const QList<Connection> &connections,
                                                    const QList<Integration> &pairs,
                                                    std::stop_token stop)
{
    m_adding.remove_if([](const std::future<void> &adding) {
        return adding.wait_for(0s) == std::future_status::ready;
    });
    auto [future, answer] = m_answers.open<Done>();
    m_adding.push_back(
        std::async(std::launch::async,
                   [answer = std::move(answer), spec = m_database.spec(), connections, pairs,
                    stop = std::move(stop)] { answer(writeAll(spec, connections, pairs, stop)); }));
    return future;
}

Result<Done> SqliteConnectionStore::remove(const ConnectionId &id)
{
    const QSqlDatabase sql = m_database.sql();
    // First, so that an event the history is about to store is either deleted below or dropped.
    m_database.removed()->add(id);
    auto removed = changeRows([&]() -> Result<Done> {
        for (const QString &statement : {
                 u"DELETE FROM history WHERE connection = ?"_s,
                 u"DELETE FROM reconnect_progress WHERE connection = ?"_s,
                 u"DELETE FROM refresh_marker WHERE connection = ?"_s,
                 u"DELETE FROM integration WHERE accounting = ?"_s,
                 u"DELETE FROM integration WHERE other = ?"_s,
                 u"DELETE FROM connection WHERE id = ?"_s,
             }) {
            if (auto done = run(sql, statement, {textValue(id.value)}); !done)
                return done;
        }
        return Done {};
    });
    if (!removed) {
        m_database.removed()->forget(id);
        return removed;
    }
    // The log still holds the former pages; emptied now if nobody is reading, else later.
    (void)run(sql, u"PRAGMA busy_timeout = 0"_s);
    (void)run(sql, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    (void)run(sql, u"PRAGMA busy_timeout = %1"_s.arg(m_database.spec().busyTimeout.count()));
    return removed;
}

qint64 SqliteConnectionStore::foreignChanges()
{
    // Counted by rows of their own instead of PRAGMA data_version: that one also counts what this
    // process' history wrote.
    auto revision = single(m_database.sql(), revisionQuery);
    if (revision && revision->isValid())
        m_foreignChanges = revision->toLongLong() - m_ownChanges;
    return m_foreignChanges;
}

Result<Done> SqliteConnectionStore::changeRows(const std::function<Result<Done>()> &work)
{
    const QSqlDatabase sql = m_database.sql();
    auto done = inTransaction(sql, [&]() -> Result<Done> {
        if (auto worked = work(); !worked)
            return worked;
        return run(sql, nextRevision);
    });
    if (done) {
        ++m_ownChanges;
        checkpointSometimes();
    }
    return done;
}

void SqliteConnectionStore::checkpointSometimes()
{
    constexpr int often = 200;
    if (++m_sinceCheckpoint < often)
        return;
    if (m_checkpoint.valid() && m_checkpoint.wait_for(0s) != std::future_status::ready)
        return;
    m_sinceCheckpoint = 0;
    m_checkpoint = std::async(std::launch::async, [spec = m_database.spec()] {
        if (const auto connection = SqlConnection::open(spec))
            (void)run((*connection)->database(), u"PRAGMA wal_checkpoint(PASSIVE)"_s);
    });
}

} // namespace relink
