// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "storage/sql.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QString>

namespace relink {

//! The error of a file that SQLite can open but that is not whole; meansDamage() knows it.
AuthError damageError();

//! Renames the file and its log to `PATH.damaged-TIME` and `PATH.damaged-TIME-wal`, never over an
//! existing one, and tells the new path. A log whose file is gone is moved too: it would be
//! replayed into the next file of that name. Nothing is deleted but the shared-memory index, which
//! SQLite makes anew.
Result<QString> moveAside(const QString &path, const QDateTime &now);

//! Deletes a file that never became a database, with its companions.
void removeDatabaseFiles(const QString &path);

//! Copies what can still be read of connections, refresh markers and reconnects from a damaged
//! file, from both ends of each table towards the damage. Tells how many connections came over.
//! The history stays in the damaged file, which is not changed.
int rescueRows(const ConnectionSpec &damaged, const QSqlDatabase &target);

} // namespace relink
