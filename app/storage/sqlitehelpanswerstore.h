// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/helpanswerstore.h"

namespace relink {

class Database;

//! HelpAnswerStore on a migrated Database, which must outlive it.
class SqliteHelpAnswerStore : public HelpAnswerStore
{
public:
    explicit SqliteHelpAnswerStore(Database &database);

    Result<QMap<QString, bool>> answers() override;
    Result<Done> answer(const QString &topic, bool helped) override;

private:
    Database &m_database;
};

} // namespace relink
