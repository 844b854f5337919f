// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/damage.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlRecord>

namespace relink {

using namespace Qt::StringLiterals;

AuthError damageError()
{
    return storageError(QSqlError(QString(), QString(), QSqlError::UnknownError, u"11"_s));
}

Result<QString> moveAside(const QString &path, const QDateTime &now)
{
    const QString stamped = path % u".damaged-"_s % now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString target = stamped;
    for (int n = 2; QFileInfo::exists(target) || QFileInfo::exists(target % u"-wal"_s); ++n)
        target = u"%1-%2"_s.arg(stamped).arg(n);
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1}) {
        const QString file = path % suffix;
        if (QFileInfo::exists(file) && !QFile::rename(file, target % suffix)) {
            return storageError(
                u"“%1” belongs to a damaged database and could not be moved aside. Move it to another folder yourself, then start Relink again."_s
                    .arg(file));
        }
    }
    QFile::remove(path % u"-shm"_s);
    QFile::remove(path % u"-journal"_s);
    return target;
}

void removeDatabaseFiles(const QString &path)
{
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
        QFile::remove(path % suffix);
}

namespace {

QStringList columns(const QSqlDatabase &database, const QString &table)
{
    QStringList names;
    auto query = execute(database, u"SELECT name FROM pragma_table_info(?)"_s, {table});
    while (query && query->next())
        names.append(query->value(0).toString());
    return names;
}

//! Rows that the target refuses (twice the same, a damaged value) are left out.
int copyRows(const QSqlDatabase &source, const QSqlDatabase &target, const QString &table,
             const QString &names, const QString &marks, const QString &order)
{
    int copied = 0;
    auto rows = execute(source, u"SELECT %1 FROM %2 ORDER BY rowid %3"_s.arg(names, table, order));
    while (rows && rows->next()) {
        QVariantList values;
        for (int i = 0; i < rows->record().count(); ++i)
            values.append(rows->value(i));
        auto stored = execute(
            target, u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, names, marks),
            values);
        if (stored)
            copied += stored->numRowsAffected();
    }
    return copied;
}

} // namespace

int rescueRows(const ConnectionSpec &damaged, const QSqlDatabase &target)
{
    // Reading a log makes its index beside it; nobody needs that afterwards.
    const auto tidy = qScopeGuard([&] { QFile::remove(damaged.path % u"-shm"_s); });
    auto connection = SqlConnection::open(damaged);
    if (!connection)
        return 0;
    const QSqlDatabase source = connection.value()->database();
    int connections = 0;
    (void)inTransaction(target, [&]() -> Result<Done> {
        for (const QString &table :
             {u"connection"_s, u"refresh_marker"_s, u"reconnect_progress"_s}) {
            const QStringList wanted = columns(target, table);
            QStringList names;
            for (const QString &name : columns(source, table)) {
                if (wanted.contains(name))
                    names.append(name);
            }
            if (names.isEmpty())
                continue;
            const QString list = names.join(u", "_s);
            const QString marks = QStringList(names.size(), u"?"_s).join(u", "_s);
            for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
                const int copied = copyRows(source, target, table, list, marks, order);
                if (table == "connection"_L1)
                    connections += copied;
            }
        }
        return Done {};
    });
    return connections;
}

} // namespace relink
