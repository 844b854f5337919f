// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/connectionexport.h"

#include <QString>

namespace relink::words {

//! Why a pair of another computer is none here, with the names of its sides.
QString unpaired(const ExportedPair &pair, PairLoss why);

} // namespace relink::words
