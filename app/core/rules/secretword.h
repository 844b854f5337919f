// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace relink {

//! A word of a sentence that speaks of a credential: true for what nobody says or writes in words.
//! Error codes, dates, hosts, names of algorithms and words of any language are none, and neither
//! is a secret that looks like one of them. `shortest`: what is shorter is a word as well.
bool looksSecret(QStringView word, qsizetype shortest);

} // namespace relink
