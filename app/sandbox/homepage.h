// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! The page where a person breaks and mends the practice providers; works without scripts.
http::Response homePage(World &world);

} // namespace relink::sandbox
