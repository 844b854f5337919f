// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! A login that is exchanged for a key.
Answer loginAnswer(const Visit &visit);

} // namespace relink::sandbox
