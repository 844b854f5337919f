// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! The device authorization endpoint (RFC 8628 3.1).
Answer deviceAnswer(const Visit &visit);

//! The page where a person types the code: GET shows it, POST of its form (`user_code`,
//! `decision` = `allow` or `decline`, `organisation`, `person`; the last two have a default)
//! decides.
http::Response devicePageAnswer(const Visit &visit);

} // namespace relink::sandbox
