// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/packproblem.h"
#include "core/model/providerpack.h"

#include <QJsonObject>

namespace relink {

//! How pasted texts speak of a provider, as its pack has it.
Mentions parseMentions(const QJsonObject &object);

//! Expressions that are none, and codes that do not find their own example.
QList<PackProblem> mentionProblems(const Mentions &mentions);

} // namespace relink
