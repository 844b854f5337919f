// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! RFC 8414 metadata of a provider that discovers its addresses.
http::Response metadataAnswer(const Visit &visit);

} // namespace relink::sandbox
