// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {
struct CredentialFinding;
enum class Environment;
enum class PrivateKeyFlaw;
} // namespace relink

namespace relink::words {

//! What should not be in a copied value, with its code point and place. Never the value itself.
QString credentialFlaw(const CredentialFinding &finding);

QString privateKeyFlaw(PrivateKeyFlaw flaw);

//! A value that looks made for the environment which is not chosen.
QString otherEnvironment(Environment looksMadeFor);

} // namespace relink::words
