// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace relink {

// Icons that the first window needs, drawn in the present theme's colour each time: looking for
// them in the desktop's icon themes costs more than all of that window's own widgets.

//! The cross that empties a field.
QIcon clearIcon();
//! What does not fit on a menu bar is behind this.
QIcon moreIcon();

} // namespace relink
