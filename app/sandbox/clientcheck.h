// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/parameters.h"
#include "sandbox/world.h"

namespace relink::sandbox {

//! Who asks at the token or revocation endpoint (RFC 6749 2.3).
struct ClientCheck
{
    const AuthMethod *method = nullptr; //!< the way of connecting that the client fits
    QString clientId; //!< empty where none is sent
    bool ok = false;
    bool usedBasic = false; //!< then a refusal carries a challenge (RFC 6749 5.2)
    QString problem;
};

//! Basic (both readings), body, secret as Bearer, assertion or none, as far as one of the methods
//! takes it. Any client id is known; a secret, where there is one, must be the practice secret.
ClientCheck checkClient(const Visit &visit, const QList<const AuthMethod *> &methods,
                        const Parameters &parameters);

//! The refusal for it, in the provider's own words where the pack has them.
http::Response clientRefusal(const ProviderPack &pack, const ClientCheck &check);

} // namespace relink::sandbox
