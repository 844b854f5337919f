// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! Who makes an authenticated call, or why it is refused.
struct Caller
{
    const AuthMethod *method = nullptr;
    Grant *grant = nullptr; //!< null for a key, which nobody issued
    QString key; //!< that key
    std::optional<http::Response> refusal;
};

//! Reads the credential as the pack says it is sent, and counts faults that refuse it.
Caller authenticate(const Visit &visit);

//! A retired way of authentication, in the provider's words.
http::Response deprecated(const ProviderPack &pack);
bool hasCredentialInQuery(const Visit &visit);

//! The organisation is not, or no longer, reached.
http::Response wrongOrganisation(const Visit &visit);

} // namespace relink::sandbox
