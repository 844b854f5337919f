// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! The probe, the account call and any other call to the provider's hosts.
http::Response apiAnswer(const Visit &visit);

} // namespace relink::sandbox
