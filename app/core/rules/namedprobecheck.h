// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

#include <QDate>
#include <QJsonObject>

namespace relink {

//! Each named probe is held to the rules of the probe as if it stood in its place, and goes nowhere
//! that gets no secret of the same way of connecting already (R99): what a merchant has accepted is
//! not widened by it. `known` are the problems that the pack has without them.
QList<PackProblem> namedProbeProblems(const ProviderPack &pack, const QJsonObject &root,
                                      const QDate &today, const QList<PackProblem> &known);

} // namespace relink
