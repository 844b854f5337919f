// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/tokenrequest.h"

namespace relink::sandbox {

//! What the token endpoint does for each grant type.

//! RFC 6749 4.1.3, RFC 7636 4.6.
Answer exchangeCode(const TokenRequest &request);
//! RFC 6749 6, with the pack's rotation, grace and earliest moment.
Answer refreshTokens(const TokenRequest &request);
//! RFC 6749 4.4.
Answer mintForClient(const TokenRequest &request);
//! RFC 7523 2.1.
Answer mintForAssertion(const TokenRequest &request);
//! RFC 8628 3.4.
Answer redeemDeviceCode(const TokenRequest &request);

} // namespace relink::sandbox
