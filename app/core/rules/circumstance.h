// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/errorclass.h"

#include <QString>

namespace relink {

//! What a text tells beside the failure itself, as the cause that chooses other steps: that it
//! keeps coming back, that a refresh was tried, what happened just before. `text` is folded; empty:
//! nothing of the kind.
QString circumstanceIn(const QString &text, ErrorClass errorClass);

} // namespace relink
