// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! True for a text, folded as ErrorText::text() has it, that tells of no failure and can be
//! understood. Of what cannot be understood nothing is promised.
bool isHarmless(const QString &text);

} // namespace relink
