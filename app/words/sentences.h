// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace relink::words {

//! Sentences that stand outside of the words layer, gathered by translations/extract-sentences so
//! that they can be translated; each list ends with null.
extern const char *const packSentences[]; //!< of provider packs and recipes
extern const char *const failureSentences[]; //!< of rules and services, with %1 for values

} // namespace relink::words
