// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/caller.h"

namespace relink::sandbox {

//! What the probe, the account call or the metadata's user info answers this caller.
http::Response probeAnswer(const Visit &visit, const Caller &caller);

} // namespace relink::sandbox
