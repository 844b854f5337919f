// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! The token endpoint: finds the way of connecting that a call is for and does what it asks.
Answer tokenAnswer(const Visit &visit);

} // namespace relink::sandbox
