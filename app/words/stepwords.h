// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <QDateTime>
#include <QString>

namespace relink::words {

//! Whose turn it is, for who does not see the page: "Question", "Relink does this".
QString stepKind(StepKind kind);

//! What became of a step: "done at 08:14", "skipped at 08:14: the administrator is away".
QString stepState(const StepRecord &record, const QDateTime &now);

//! "Step 3 of 8".
QString stepPosition(int number, int count);

} // namespace relink::words
