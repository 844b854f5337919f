// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! The authorization endpoint (RFC 6749 4.1.1, RFC 7636 4.3): GET shows the consent page, POST of
//! its form (`decision` = `allow` or `decline`, `organisation`, `person`; all but the first have a
//! default) redirects. A request that is not in order gets a page that says so and no redirect.
http::Response authorizationAnswer(const Visit &visit);

//! The page with the code in its address, for redirects that are no loopback address.
http::Response acceptedAnswer(const Visit &visit);

} // namespace relink::sandbox
