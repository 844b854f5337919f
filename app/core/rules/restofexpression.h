// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! What follows a string that stands in quotes from `start` to `end`: to the end of the argument,
//! over lines that go on with a string. Empty where it stands in none.
QString restOfExpression(const QString &script, qsizetype start, qsizetype end);

} // namespace relink
