// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {
struct CredentialFinding;
} // namespace relink

namespace relink::words {

//! What should not be in a copied value, with its code point and place. Never the value itself.
QString credentialFlaw(const CredentialFinding &finding);

} // namespace relink::words
