// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace relink {

//! Relink's own icon in every size that desktops ask for. Reading them takes some milliseconds, so
//! it is set after the first paint.
QIcon applicationIcon();

} // namespace relink
