// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace relink {

//! Mends what would end the program under a screen reader: Qt 6.4's interface of a scroll area
//! answers a child's number without looking whether it still exists, and scroll bars come and go.
void installAccessibility();

} // namespace relink
