// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QList>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>

namespace relink {

//! One step of the database's shape; the step number n leads from user_version n-1 to n.
struct Migration
{
    QString name; //!< for error texts
    QString sql; //!< statements; triggers are not understood, see statementsIn()
};

//! resources/migrations, in order.
const QList<Migration> &shippedMigrations();

//! Splits at semicolons outside quotes and comments. A trigger's body would be torn apart: there
//! are none.
QStringList statementsIn(const QString &sql);

//! Brings the database to the newest version, each step in one transaction that holds its
//! statements, a check and the new user_version: a step that fails has not happened. Another
//! process may do the same at the same time.
Result<Done> applyMigrations(const QSqlDatabase &database, const QList<Migration> &migrations);

} // namespace relink
