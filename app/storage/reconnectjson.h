// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <QJsonObject>

namespace relink {

//! A half-finished reconnect as JSON; pure and as forgiving as valuejson.h. An odd file never
//! makes `current` point outside the plan.
QJsonObject toJson(const ReconnectProgress &progress);
ReconnectProgress reconnectProgressFromJson(const QJsonObject &json);

} // namespace relink
