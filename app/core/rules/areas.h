// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/areareport.h"
#include "core/model/autherror.h"

#include <QList>

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

//! What to begin a reconnect with: the latest refusal among them.
std::optional<Diagnosis> toldByAreas(const QList<AreaReport> &reports);

} // namespace relink
