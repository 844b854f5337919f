// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! Who makes an authenticated call, or why it is refused.
struct Caller
{
    Grant *grant = nullptr; //!< null for the practice key, which nobody issued
    std::optional<http::Response> refusal;
};

//! Reads the credential as the pack says it is sent, and counts faults that refuse it.
Caller authenticate(const Visit &visit);

//! The probe and any other call to the provider's hosts.
http::Response apiAnswer(const Visit &visit);

//! A login that is exchanged for a key.
http::Response loginAnswer(const Visit &visit);

//! A key that works now without a login, for the page: what to type in for this provider.
QString workingKey(const Ledger &ledger, const ProviderPack &pack, const AuthMethod &method);

} // namespace relink::sandbox
