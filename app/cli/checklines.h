// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/shapes.h"
#include "core/model/packproblem.h"

namespace relink::cli {

class Terminal;

//! Prints the rows of `doctor` and of the `providers` commands that check or change something.
void printResults(Terminal &terminal, const QList<CheckLine> &lines, bool json);

//! What is wrong with a pack, in one line.
QString problemText(const QList<PackProblem> &problems);

} // namespace relink::cli
