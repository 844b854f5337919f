// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! The token endpoint: authorization_code with PKCE (RFC 6749 4.1.3, RFC 7636 4.6) and
//! refresh_token (RFC 6749 6) with the pack's rotation and grace.
Answer tokenAnswer(const Visit &visit);

//! RFC 7009, or the provider's own way of ending a grant.
Answer revocationAnswer(const Visit &visit);

//! RFC 8414 metadata of a provider that discovers its addresses.
http::Response metadataAnswer(const Visit &visit);

} // namespace relink::sandbox
