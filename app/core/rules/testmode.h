// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/credential.h"
#include "core/model/providerpack.h"
#include "core/model/recipe.h"

#include <optional>

namespace relink {

//! What a credential does under a Test Mode.
enum class TestModeOutcome {
    Connects,
    Fails, //!< refused, though nothing is wrong with the credential
    Unknown, //!< nothing tells whether the credential is for tests or for live use
};

//! Test credentials do not work live and live ones not in Test Mode (MIN-61, MIN-M1 to -M4).
TestModeOutcome predictTestMode(std::optional<Environment> credential, Environment testMode);

//! What the first letters of the entered values tell: the environment of all that tell one. Null
//! where none does, or where they contradict each other.
std::optional<Environment> environmentOf(const AuthMethod &method,
                                         const QMap<QString, QString> &values);

//! The credential of a connection against its Test Mode.
CheckResult checkTestMode(const ProviderPack &pack, const Connection &connection,
                          const Credential &credential);

} // namespace relink
