// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/identity.h"

namespace relink {

SameAccount compareAccounts(const Connection &former, const Connection &now)
{
    bool compared = false;
    const auto differs = [&compared](const QString &a, const QString &b) {
        if (a.isEmpty() || b.isEmpty())
            return false;
        compared = true;
        return a != b;
    };
    if (differs(former.organisation.id, now.organisation.id)
        || differs(former.identity, now.identity)) {
        return SameAccount::No;
    }
    return compared ? SameAccount::Yes : SameAccount::CannotTell;
}

bool whoCouldBeCompared(const Connection &former, const Connection &now, const ProviderPack *pack)
{
    const AuthMethod *method = pack ? pack->authMethod(now.authMethod) : nullptr;
    return !method || !asksPerson(method->kind)
        || (!former.identity.isEmpty() && !now.identity.isEmpty());
}

} // namespace relink
