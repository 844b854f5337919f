// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sql.h"

#include <QSqlError>

#include <array>
#include <atomic>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
enum class Sqlite {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26
};
constexpr int constraintUnique = 2067;

int resultCode(const AuthError &error)
{
    return error.is(code::storage) ? error.providerCode.toInt() : 0;
}

QString advice(int code, const QString &otherwise)
{
    switch (Sqlite(code & 0xff)) {
    case Sqlite::Busy:
    case Sqlite::Locked:
        return u"Another program is holding Relink's database. Close other copies of Relink, then try again."_s;
    case Sqlite::ReadOnly:
        return u"Relink's database cannot be written. Make its disk and folder writable, then try again."_s;
    case Sqlite::IoError:
        return u"The disk reported a fault while Relink's database was in use. Check the disk and the space left on it."_s;
    case Sqlite::Corrupt:
    case Sqlite::NotADatabase:
        return u"Relink's database is damaged. Start Relink again: it keeps the damaged file and begins a new one."_s;
    case Sqlite::Full:
        return u"The disk is full. Free some space; Relink goes on by itself."_s;
    case Sqlite::CantOpen:
        return u"Relink's database could not be opened. Check that its folder exists, belongs to you and is writable."_s;
    }
    return otherwise;
}

bool isChanged(QChar c)
{
    return c == QChar(0xfffe) || c == QChar(0xffff);
}

} // namespace

SqlConnection::SqlConnection(QString name)
    : m_name(std::move(name))
{}

SqlConnection::~SqlConnection()
{
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase SqlConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const ConnectionSpec &spec)
{
    static std::atomic<quint64> count = 0;
    const QString name = u"relink-storage-%1"_s.arg(++count);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(spec.busyTimeout.count());
        database.setDatabaseName(spec.path);
        if (spec.access != ConnectionSpec::Access::ReadWrite)
            options += u";QSQLITE_OPEN_READONLY"_s;
        if (spec.access == ConnectionSpec::Access::Immutable) {
            const QByteArray escaped = QUrl::toPercentEncoding(spec.path, "/");
            database.setDatabaseName(u"file:%1?immutable=1"_s.arg(QString::fromLatin1(escaped)));
            options += u";QSQLITE_OPEN_URI"_s;
        }
        database.setConnectOptions(options);
    }
    std::unique_ptr<SqlConnection> connection(new SqlConnection(name));
    QSqlDatabase database = connection->database();
    if (!database.isValid())
        return storageError(
            u"Qt's SQLite driver is missing. Install it (libqt6sql6-sqlite on Debian)."_s);
    if (!database.open())
        return storageError(database.lastError());
    // A file that somebody else made cannot run code through its schema, and what is deleted is
    // overwritten.
    static constexpr std::array settings = {
        "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA secure_delete = ON",
        "PRAGMA foreign_keys = ON",    "PRAGMA synchronous = NORMAL",
    };
    for (const char *setting : settings) {
        if (auto done = run(database, QLatin1StringView(setting)); !done)
            return done.error();
    }
    return connection;
}

Result<QSqlQuery> execute(const QSqlDatabase &database, const QString &sql,
                          const QVariantList &values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storageError(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return storageError(query.lastError());
    return query;
}

Result<Done> run(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    if (auto query = execute(database, sql, values); !query)
        return query.error();
    return Done {};
}

Result<QVariant> single(const QSqlDatabase &database, const QString &sql,
                        const QVariantList &values)
{
    auto query = execute(database, sql, values);
    if (!query)
        return query.error();
    if (query->next())
        return query->value(0);
    if (auto read = rowsRead(*query); !read)
        return read.error();
    return QVariant();
}

Result<Done> rowsRead(const QSqlQuery &query)
{
    if (query.lastError().isValid())
        return storageError(query.lastError());
    return Done {};
}

Result<Done> inTransaction(const QSqlDatabase &database, const std::function<Result<Done>()> &work)
{
    if (auto begun = run(database, u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    auto done = work();
    if (done)
        done = run(database, u"COMMIT"_s);
    if (!done) {
        // After some faults SQLite has rolled back by itself; a second time does no harm.
        (void)run(database, u"ROLLBACK"_s);
    }
    return done;
}

AuthError storageError(const QSqlError &error)
{
    const int native = error.nativeErrorCode().toInt();
    AuthError result = storageError(
        advice(native, u"Relink's database reported: %1"_s.arg(error.databaseText())));
    result.providerCode = error.nativeErrorCode();
    return result;
}

AuthError storageError(const QString &description)
{
    return localError(code::storage, description);
}

bool meansDamage(const AuthError &error)
{
    const auto primary = Sqlite(resultCode(error) & 0xff);
    return primary == Sqlite::Corrupt || primary == Sqlite::NotADatabase;
}

bool meansUnreadableFormat(const AuthError &error)
{
    return (resultCode(error) & 0xff) == 1;
}

bool meansDuplicate(const AuthError &error)
{
    return resultCode(error) == constraintUnique;
}

bool isStoredWhole(const QString &text)
{
    return text.isValidUtf16() && !text.startsWith(QChar(QChar::ByteOrderMark))
        && std::none_of(text.begin(), text.end(), isChanged);
}

QVariant textValue(const QString &text)
{
    if (text.isEmpty())
        return u""_s;
    if (isStoredWhole(text))
        return text;
    QString stored = text;
    for (qsizetype i = 0; i < stored.size(); ++i) {
        const bool pair = stored.at(i).isHighSurrogate() && i + 1 < stored.size()
            && stored.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else if (isChanged(stored.at(i)) || stored.at(i).isSurrogate())
            stored[i] = QChar(QChar::ReplacementCharacter);
    }
    while (stored.startsWith(QChar(QChar::ByteOrderMark)))
        stored.remove(0, 1);
    return stored.isEmpty() ? u""_s : stored;
}

QVariant timeValue(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QVariant timeValue(const std::optional<QDateTime> &time)
{
    return time ? timeValue(*time) : QVariant();
}

QDateTime timeFrom(const QVariant &value)
{
    return value.isNull() ? QDateTime()
                          : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

std::optional<QDateTime> optionalTimeFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(timeFrom(value));
}

bool isUsable(const ConnectionId &id)
{
    return !id.isEmpty() && id.value.size() <= 64
        && std::all_of(id.value.begin(), id.value.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
           });
}

} // namespace relink
