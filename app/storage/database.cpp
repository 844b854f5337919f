// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/database.h"

#include "core/ports/clock.h"
#include "storage/damage.h"
#include "storage/filelock.h"
#include "storage/privatefiles.h"

#include <QDir>
#include <QFileInfo>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Written into every file that Relink makes, so that another program's database is told apart.
constexpr int applicationId = 0x524c4e4b;

//! The shape and the accounts are looked at, not the whole history: this runs before the first
//! paint.
Result<Done> checkTable(const QSqlDatabase &database, const QString &check)
{
    auto verdict = single(database, check);
    if (!verdict)
        return verdict.error();
    if (verdict->toString() != "ok"_L1)
        return damageError();
    return Done {};
}

Result<int> inspect(const QSqlDatabase &database, int newest)
{
    auto version = single(database, u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    auto owner = single(database, u"PRAGMA application_id"_s);
    if (!owner)
        return owner.error();
    // Reading the schema is what finds most damage.
    auto accounts
        = single(database, u"SELECT count(*) FROM sqlite_schema WHERE name = 'connection'"_s);
    if (!accounts)
        return accounts.error();
    const int number = version->toInt();
    if (number > newest) {
        if (auto whole = checkTable(database, u"PRAGMA quick_check(1)"_s); !whole)
            return whole.error();
        return number;
    }
    if (number < 0 || owner->toInt() != applicationId)
        return damageError();
    if (accounts->toInt() > 0) {
        if (auto whole = checkTable(database, u"PRAGMA quick_check('connection')"_s); !whole)
            return whole.error();
    }
    return number;
}

//! The version of a whole file; damageError() for what is no whole database of Relink's.
Result<int> versionOf(const ConnectionSpec &spec, int newest)
{
    auto connection = SqlConnection::open(spec);
    auto version = connection ? inspect(connection.value()->database(), newest)
                              : Result<int>(connection.error());
    // The statements are ours and right: a plain error means a format SQLite does not know.
    if (!version && meansUnreadableFormat(version.error()))
        return damageError();
    return version;
}

//! The file appears under its name only once it is a database, so that a kill in between leaves
//! nothing that looks damaged.
Result<Done> makeFile(const ConnectionSpec &spec)
{
    ConnectionSpec unnamed = spec;
    unnamed.path = spec.path % u".new"_s;
    unnamed.access = ConnectionSpec::Access::ReadWrite;
    removeDatabaseFiles(unnamed.path);
    if (auto made = createPrivateFile(unnamed.path); !made)
        return made;
    {
        auto connection = SqlConnection::open(unnamed);
        if (!connection)
            return connection.error();
        const QSqlDatabase database = connection.value()->database();
        if (auto done = run(database, u"PRAGMA journal_mode = WAL"_s); !done)
            return done;
        if (auto done = run(database, u"PRAGMA application_id = %1"_s.arg(applicationId)); !done)
            return done;
    }
    if (!QFile::rename(unnamed.path, spec.path))
        return storageError(
            u"“%1” could not be made. Check that its folder is writable."_s.arg(spec.path));
    return Done {};
}

} // namespace

Database::Database(QString folder, DatabaseOptions options)
    : m_folder(std::move(folder))
    , m_options(std::move(options))
{
    m_spec.path = QDir(m_folder).filePath(u"relink.db"_s);
    m_spec.busyTimeout = m_options.busyTimeout;
}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const QString &folder, const Clock &clock,
                                                 const DatabaseOptions &options)
{
    const QString path = QDir::cleanPath(QDir(folder).absolutePath());
    if (auto prepared = preparePrivateFolder(path); !prepared)
        return prepared.error();
    std::unique_ptr<Database> database(new Database(path, options));
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1}) {
        if (auto checked = checkPrivateFile(database->m_spec.path % suffix); !checked)
            return checked.error();
    }
    if (auto opened = database->openOrReplace(clock); !opened)
        return opened.error();
    return database;
}

Result<Done> Database::openOrReplace(const Clock &clock)
{
    if (QFileInfo::exists(m_spec.path)) {
        auto opened = openFile();
        if (opened || !meansDamage(opened.error()))
            return opened;
    }
    if (auto writable = checkWritableFolder(m_folder); !writable)
        return writable;
    // Two processes must neither both make the file nor move aside what the other just made.
    const auto lock = lockFile(m_spec.path % u".lock"_s, m_spec.busyTimeout);
    if (!lock) {
        return storageError(
            u"Relink's database is being set up by another program, or its folder cannot be written. Close other copies of Relink and check the folder “%1”."_s
                .arg(m_folder));
    }
    if (QFileInfo::exists(m_spec.path)) {
        auto opened = openFile();
        if (opened || !meansDamage(opened.error()))
            return opened;
        auto moved = moveAside(m_spec.path, clock.now());
        if (!moved)
            return moved.error();
        m_damagedCopy = moved.value();
    } else if (auto moved = moveAside(m_spec.path, clock.now()); !moved) {
        return moved.error();
    }
    if (auto made = makeFile(m_spec); !made)
        return made;
    return openFile();
}

Result<Done> Database::openFile()
{
    using Access = ConnectionSpec::Access;
    m_connection.reset();
    // First as a reader: closing a writer works the log into the file, which must happen neither
    // to a damaged file nor to one of a newer version. A writer may get in where a reader cannot
    // (it can finish what another program left half done), and on a read-only medium only
    // Immutable does.
    for (const Access access : {Access::ReadOnly, Access::ReadWrite, Access::Immutable}) {
        m_spec.access = access;
        auto version = versionOf(m_spec, int(m_options.migrations.size()));
        if (version) {
            m_version = *version;
            break;
        }
        const bool last = access == Access::Immutable
            || (access == Access::ReadWrite && QFileInfo(m_folder).isWritable());
        if (last || meansDamage(version.error()))
            return version.error();
    }
    if (m_version > m_options.migrations.size()) {
        return storageError(
            u"The database in “%1” was made by a newer Relink. Install that version or a later one; this one leaves the file as it is."_s
                .arg(m_folder));
    }
    if (m_spec.access == Access::ReadOnly)
        m_spec.access = Access::ReadWrite;
    auto connection = SqlConnection::open(m_spec);
    if (!connection)
        return connection.error();
    m_connection = std::move(connection).value();
    if (m_spec.access == Access::ReadWrite) {
        auto mode = single(sql(), u"PRAGMA journal_mode"_s);
        if (mode && mode->toString() != "wal"_L1)
            return run(sql(), u"PRAGMA journal_mode = WAL"_s);
    }
    return Done {};
}

bool Database::needsMigration() const
{
    return m_version < m_options.migrations.size();
}

Result<Done> Database::migrate()
{
    if (auto done = applyMigrations(sql(), m_options.migrations); !done)
        return done;
    const bool first = std::exchange(m_version, int(m_options.migrations.size())) == 0;
    if (first && !m_damagedCopy.isEmpty()) {
        ConnectionSpec damaged = m_spec;
        damaged.path = m_damagedCopy;
        damaged.access = ConnectionSpec::Access::ReadOnly;
        m_rescuedConnections = rescueRows(damaged, sql());
    }
    return Done {};
}

} // namespace relink
