// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secretserviceprobe.h"

#include <qt6keychain/keychain.h>

namespace relink {

//! A secret store's error with one of the codes of the SecretStore port.
AuthError keychainError(const char *code, const QString &detail = {});

//! What to believe when QtKeychain says "no such entry", or "deleted", which it says of a locked
//! keyring too (R72): whether an item is there that QtKeychain did not see, or why nobody knows.
Result<bool> judgeAbsence(SecretServiceRole role, const SecretServiceAnswer &answer);

//! The code for an error of QtKeychain's. Its own codes alone are not enough: without a Secret
//! Service libsecret reports OtherError and a text.
AuthError judgeError(SecretServiceRole role, const SecretServiceAnswer &answer,
                     QKeychain::Error error, const QString &text);

} // namespace relink
