// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace relink {

//! 256 bits from the operating system's generator as 43 characters of base64url: a `state`
//! (RFC 6749 10.12) or a code verifier (RFC 7636 4.1).
QByteArray randomToken();

//! RFC 7636 4.2, S256.
QByteArray codeChallenge(const QByteArray &verifier);

} // namespace relink
