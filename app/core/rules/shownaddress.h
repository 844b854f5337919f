// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! Letters and digits mixed, and too long for a word: rather a secret than a name.
bool looksRandom(const QString &text);

//! Parts of an address as they may be shown: what looks like a secret, or like no such part at all,
//! stands as a placeholder.
QString shownHost(const QString &host);
QString shownPath(const QString &path);
QString shownName(const QString &name); //!< of a parameter or header

} // namespace relink
