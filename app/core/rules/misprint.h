// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! What of a text was copied with the misprints of a printed sample (SGE-15): a host or a path with
//! a letter too many or too few, or what stands for a secret; empty: nothing.
QString misprintIn(const QString &text);

} // namespace relink
