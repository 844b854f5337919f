// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/textexcerpt.h"

namespace relink {

//! What stands in place of a secret, in the merchant's language; for showing only.
QString withLocalMark(QString text);
//! The same with its passages.
TextExcerpt withLocalMark(const TextExcerpt &excerpt);
//! Back to what the rules know.
QString withoutLocalMark(QString text);

} // namespace relink
