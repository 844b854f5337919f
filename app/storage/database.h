// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "storage/migrations.h"
#include "storage/removedconnections.h"
#include "storage/sql.h"

#include <QString>

#include <chrono>
#include <memory>

namespace relink {

class Clock;

struct DatabaseOptions
{
    QList<Migration> migrations = shippedMigrations();
    std::chrono::milliseconds busyTimeout {5000};
};

//! The one file of a profile, `relink.db` (design.md section 10). Belongs to the thread that
//! opened it; SqliteHistory opens a connection of its own.
class Database
{
public:
    //! Makes folder and file where they are missing, closes them to others, opens the file. Never
    //! migrates: a file of the present version is usable at once and nothing is written to it.
    //! A damaged file, or one that is not Relink's, is moved aside (damagedCopy() tells) and a new
    //! one begun. A whole file of a newer version is an error and stays untouched, as is everything
    //! that privatefiles.h refuses. Errors have code `storage`.
    static Result<std::unique_ptr<Database>> open(const QString &folder, const Clock &clock,
                                                  const DatabaseOptions &options = {});
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    //! True: the stores cannot be used before migrate().
    bool needsMigration() const;
    //! Brings the file to the newest version; what could still be read of a damaged one is taken
    //! over. May take a while. After an error it can be tried again.
    Result<Done> migrate();

    //! Where the damaged file went; empty when there was none. To be told to the person.
    QString damagedCopy() const { return m_damagedCopy; }
    //! How many connections migrate() took over from the damaged file.
    int rescuedConnections() const { return m_rescuedConnections; }

    QString folder() const { return m_folder; }
    const ConnectionSpec &spec() const { return m_spec; }
    QSqlDatabase sql() const { return m_connection->database(); }
    const std::shared_ptr<RemovedConnections> &removed() const { return m_removed; }

private:
    Database(QString folder, DatabaseOptions options);
    Result<Done> openFile();
    Result<Done> openOrReplace(const Clock &clock);

    QString m_folder;
    DatabaseOptions m_options;
    ConnectionSpec m_spec;
    std::unique_ptr<SqlConnection> m_connection;
    std::shared_ptr<RemovedConnections> m_removed = std::make_shared<RemovedConnections>();
    int m_version = 0;
    QString m_damagedCopy;
    int m_rescuedConnections = 0;
};

} // namespace relink
