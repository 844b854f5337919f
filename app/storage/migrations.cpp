// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/migrations.h"

#include "storage/sql.h"

#include <QDir>
#include <QFile>

namespace relink {

using namespace Qt::StringLiterals;

const QList<Migration> &shippedMigrations()
{
    static const QList<Migration> all = [] {
        QList<Migration> list;
        const QDir folder(u":/migrations"_s);
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
            if (!name.endsWith(".sql"_L1))
                continue;
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                list.append({name, QString::fromUtf8(file.readAll())});
        }
        return list;
    }();
    return all;
}

QStringList statementsIn(const QString &sql)
{
    QStringList statements;
    QString current;
    const auto flush = [&] {
        if (const QString statement = current.trimmed(); !statement.isEmpty())
            statements.append(statement);
        current.clear();
    };
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const QChar c = sql.at(i);
        const QStringView rest = QStringView(sql).sliced(i);
        if (rest.startsWith("--"_L1)) {
            const qsizetype end = sql.indexOf(u'\n', i);
            i = end < 0 ? sql.size() : end;
            current += u'\n';
        } else if (rest.startsWith("/*"_L1)) {
            const qsizetype end = sql.indexOf("*/"_L1, i + 2);
            i = end < 0 ? sql.size() : end + 1;
            current += u' ';
        } else if (c == u'\'' || c == u'"') {
            const qsizetype end = sql.indexOf(c, i + 1);
            const qsizetype last = end < 0 ? sql.size() - 1 : end;
            current += QStringView(sql).sliced(i, last - i + 1);
            i = last;
        } else if (c == u';') {
            flush();
        } else {
            current += c;
        }
    }
    flush();
    return statements;
}

namespace {

Result<Done> applyOne(const QSqlDatabase &database, int version, const Migration &migration)
{
    return inTransaction(database, [&]() -> Result<Done> {
        auto present = single(database, u"PRAGMA user_version"_s);
        if (!present)
            return present.error();
        if (present->toInt() >= version)
            return Done {};
        for (const QString &statement : statementsIn(migration.sql)) {
            if (auto done = run(database, statement); !done) {
                AuthError error = done.error();
                error.description += u" (%1)"_s.arg(migration.name);
                return error;
            }
        }
        auto orphan = single(database, u"PRAGMA foreign_key_check"_s);
        if (!orphan)
            return orphan.error();
        if (orphan->isValid())
            return storageError(
                u"The step %1 would leave rows without their owner in the table %2."_s.arg(
                    migration.name, orphan->toString()));
        // A pragma takes no bound value; the number is ours.
        return run(database, u"PRAGMA user_version = %1"_s.arg(version));
    });
}

} // namespace

Result<Done> applyMigrations(const QSqlDatabase &database, const QList<Migration> &migrations)
{
    auto present = single(database, u"PRAGMA user_version"_s);
    if (!present)
        return present.error();
    for (int version = present->toInt() + 1; version <= migrations.size(); ++version) {
        if (auto done = applyOne(database, version, migrations.at(version - 1)); !done)
            return done;
    }
    return Done {};
}

} // namespace relink
