// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sqlitehelpanswerstore.h"

#include "storage/database.h"

namespace relink {

using namespace Qt::StringLiterals;

SqliteHelpAnswerStore::SqliteHelpAnswerStore(Database &database)
    : m_database(database)
{}

Result<QMap<QString, bool>> SqliteHelpAnswerStore::answers()
{
    auto rows = execute(m_database.sql(), u"SELECT topic, helped FROM help_answer"_s);
    if (!rows)
        return rows.error();
    QMap<QString, bool> answers;
    while (rows->next())
        answers.insert(rows->value(0).toString(), rows->value(1).toInt() != 0);
    if (const Result<Done> read = rowsRead(*rows); !read)
        return read.error();
    return answers;
}

Result<Done> SqliteHelpAnswerStore::answer(const QString &topic, bool helped)
{
    return run(m_database.sql(),
               u"INSERT INTO help_answer (topic, helped) VALUES (?, ?) "
               "ON CONFLICT (topic) DO UPDATE SET helped = excluded.helped"_s,
               {textValue(topic), helped ? 1 : 0});
}

} // namespace relink
