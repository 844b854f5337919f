// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! RFC 7009, or the provider's own way of ending a grant.
Answer revocationAnswer(const Visit &visit);

} // namespace relink::sandbox
