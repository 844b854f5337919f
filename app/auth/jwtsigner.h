// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"
#include "core/result.h"

#include <QDateTime>

namespace relink {

//! Signs an assertion (RFC 7515 compact form, RFC 7523 3) with RS256, PS256 or ES256. `iat`, `exp`
//! and a fresh `jti` are added. Errors: `invalid_input` when the key is not one for the algorithm,
//! `missing` when libcrypto is not there. libcrypto is loaded at the first call, since most
//! programs that start never sign.
Result<QByteArray> signedAssertion(const UnsignedAssertion &assertion, const QDateTime &now);

} // namespace relink
