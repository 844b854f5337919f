// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"
#include "core/result.h"
#include "core/rules/caseless.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QSqlError;

namespace relink {

//! How to reach the database file; the same for every thread of a process.
struct ConnectionSpec
{
    QString path;
    std::chrono::milliseconds busyTimeout {5000}; //!< waits that long for another writer
    enum class Access {
        ReadWrite,
        ReadOnly, //!< the file with its log; neither is changed
        //! The file without its log, as it stands: on a read-only medium a log cannot be used.
        Immutable,
    };
    Access access = Access::ReadWrite; //!< writes without it fail with `storage`
};

//! One open connection to the file. Belongs to the thread that opened it.
class SqlConnection
{
public:
    static Result<std::unique_ptr<SqlConnection>> open(const ConnectionSpec &spec);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    QSqlDatabase database() const;

private:
    explicit SqlConnection(QString name);
    QString m_name;
};

//! Runs one statement with its values bound by position; no SQL is ever built from text.
//! A loop over next() is followed by rowsRead(), because a damaged page ends it early.
Result<QSqlQuery> execute(const QSqlDatabase &database, const QString &sql,
                          const QVariantList &values = {});
//! As execute(), for statements without rows.
Result<Done> run(const QSqlDatabase &database, const QString &sql, const QVariantList &values = {});
//! First column of the first row; invalid when there is no row.
Result<QVariant> single(const QSqlDatabase &database, const QString &sql,
                        const QVariantList &values = {});
Result<Done> rowsRead(const QSqlQuery &query);

//! Everything `work` does, or nothing. Takes the write lock at its start, so that a reader never
//! has to be upgraded in the middle.
Result<Done> inTransaction(const QSqlDatabase &database, const std::function<Result<Done>()> &work);

//! Code `storage`; SQLite's own (extended) result code stands in providerCode, and the description
//! says what a person can do about the usual ones.
AuthError storageError(const QSqlError &error);
AuthError storageError(const QString &description);
//! True for the results that mean a file which is no (whole) database.
bool meansDamage(const AuthError &error);
//! True for SQLite's unspecific error.
bool meansUnreadableFormat(const AuthError &error);
bool meansDuplicate(const AuthError &error);

//! SQLite changes a few texts on their way through UTF-16: a leading U+FEFF, U+FFFE, U+FFFF and
//! halves of a surrogate pair. True for all the others, NUL included.
bool isStoredWhole(const QString &text);
//! Text for a column: those few become U+FFFD, or go (the leading one). Never NULL.
QVariant textValue(const QString &text);

//! UTC milliseconds; NULL for an invalid time.
QVariant timeValue(const QDateTime &time);
QVariant timeValue(const std::optional<QDateTime> &time);
QDateTime timeFrom(const QVariant &value);
std::optional<QDateTime> optionalTimeFrom(const QVariant &value);

//! Ids become file names: small letters, digits and hyphens, 1 to 64 of them.
bool isUsable(const ConnectionId &id);

} // namespace relink
