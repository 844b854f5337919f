// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! What a quick eye reads: without case, accents, spaces and signs, and with digits and signs that
//! stand for letters as those. Two names that read alike have the same. For names of plain letters.
QString readAs(const QString &name);

//! True when every letter is one that looks like no other alphabet's: Latin as western languages
//! write it, or Chinese, Japanese and Korean, the two not in one word. Cyrillic, Greek, Cherokee
//! and the rest have letters that nobody can tell from Latin ones; a name there is one in Latin
//! too.
bool hasPlainLetters(const QString &name);

} // namespace relink
