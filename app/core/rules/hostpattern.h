// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! The first piece of a regular expression that lets a character through which no host part has
//! (anything but letters, digits and hyphens); empty: none. Dots are for whole hosts, a slash for
//! values whose folder is split off. Read piece by piece, so strict: what might let something
//! through counts.
QString beyondHost(const QString &pattern, bool dots, bool slashes);

} // namespace relink
