// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/delegated.h"

#include "core/rules/resolve.h"
#include "services/providercatalogue.h"

namespace relink {

bool isDelegated(const ProviderCatalogue &catalogue, const Connection &connection)
{
    // What has a secret is not, and that is known without reading a pack.
    if (connection.hasSecret)
        return false;
    const auto pack = catalogue.pack(connection.provider);
    const AuthMethod *method = pack ? methodOf(*pack, connection) : nullptr;
    return method && method->kind == AuthKind::Delegated;
}

} // namespace relink
