// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"

namespace relink {

//! What the articles for merchants say, and which of it is for which failure. Read from the
//! built-in resources once, when it is first asked for.
const Documentation &documentation();

} // namespace relink
