// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/textdiagnosis.h"

#include <QString>

namespace relink {

//! A passage of a pasted text as it may be shown: secrets hidden, judged by the text around them
//! and not by the passage alone. Empty where that cannot be told.
QString maskedPassage(const QString &pasted, const TextPassage &passage);

//! True when these words stand in the text, but only where they have to be hidden.
bool isHidden(const QString &pasted, const QString &words);

} // namespace relink
