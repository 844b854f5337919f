// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! Every path into an answer that one way of connecting uses can lead somewhere.
void checkAnswerPaths(PackProblems &problems, const AuthMethod &method, const QString &path);
void checkProbePaths(PackProblems &problems, const ProbeDefinition &probe, const QString &path);

} // namespace relink
