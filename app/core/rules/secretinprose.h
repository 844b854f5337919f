// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/textdiagnosis.h"
#include "core/rules/escapedtext.h"
#include "core/rules/secretkey.h"

namespace relink {

//! Credentials that take several words, of which the one from `start` to `end` is the last:
//! mot de passe, clave de API, clé d'accès, authorization code.
SecretKey secretPhrase(const EscapedText &text, qsizetype start, qsizetype end);

//! The secret in a sentence that has named a credential up to `at`: token S is invalid, password
//! is "S", key provided: S; also over a line break. Of no length: none.
TextPassage secretAfter(const EscapedText &text, qsizetype at, QStringView credential);

} // namespace relink
