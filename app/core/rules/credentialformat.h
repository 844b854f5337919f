// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/credential.h"
#include "core/result.h"

namespace relink {

//! One compact JSON object on one line: a raw newline can destroy a password-less keyring. Values
//! keep every byte.
SecretBytes serializeCredential(const Credential &credential);

//! The reverse. Anything else, an unknown version too, is a SecretStore error with code `damaged`
//! whose description names the flaw and never the content (R78).
Result<Credential> parseCredential(const SecretBytes &bytes);

} // namespace relink
