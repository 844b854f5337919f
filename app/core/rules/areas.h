// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/areareport.h"
#include "core/model/autherror.h"
#include "core/model/connection.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace relink {

//! Those that are refused, in the order given.
QList<AreaReport> stoppedAreas(const QList<AreaReport> &reports);

//! By the id of its named probe; null: nothing is known of it.
const AreaReport *reportOf(const QList<AreaReport> &reports, const QString &area);

//! With what is known now: the former report of the same area or of the same words is replaced, and
//! keeps its time where nothing has changed.
QList<AreaReport> withReport(QList<AreaReport> reports, AreaReport report);

//! What the refusal of a named probe means while the connection itself is accepted; null: it says
//! nothing of the area. AMG-21: a sign-in that is good enough for the rest lacks a permission or
//! the plan here, whatever the words.
std::optional<Diagnosis> areaRefusal(const AuthError &error, const Diagnosis &diagnosis);

//! Are the named probes to be asked along with a check that nobody asked for? Once a day, and once
//! an hour while one of them is refused.
bool areasAreDue(const QList<AreaReport> &reports, const QDateTime &now);

//! Without what was read out of probes that `ids` no longer has.
QList<AreaReport> withoutForgotten(QList<AreaReport> reports, const QStringList &ids);

//! A working connection of whose uses something is refused: green with a mark.
bool isMarked(const Connection &connection);

//! What to begin a reconnect with: the latest refusal among them.
std::optional<Diagnosis> toldByAreas(const QList<AreaReport> &reports);

//! The same for a marked connection; null: its own state says it.
std::optional<Diagnosis> toldByMark(const Connection &connection);

} // namespace relink
