// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/identity.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! What came from another computer says what to look for, not who was here.
bool wasAuthorizedHere(const Connection &connection)
{
    return connection.state.health != Health::NotConnected;
}

QString shown(const Organisation &organisation)
{
    return organisation.name.isEmpty() ? organisation.id : organisation.name;
}

} // namespace

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

QFuture<bool> mayTakeOther(AuthorizationInteraction &interaction, const Connection &former,
                           const Connection &now)
{
    return wasAuthorizedHere(former)
        ? interaction.acceptDifferentAccount(former.organisation, former.identity, now.organisation,
                                             now.identity)
        : interaction.acceptOtherThanBrought(former.organisation, now.organisation, now.identity);
}

AuthError differentAccount(const Connection &former, const Connection &now)
{
    if (wasAuthorizedHere(former))
        return localError(code::differentAccount);
    return localError(
        code::differentAccount,
        u"This connection was brought along for “%1”, and this sign-in reached “%2”. "
        u"Nothing was kept."_s.arg(shown(former.organisation), shown(now.organisation)));
}

bool whoCouldBeCompared(const Connection &former, const Connection &now, const ProviderPack *pack)
{
    const AuthMethod *method = pack ? pack->authMethod(now.authMethod) : nullptr;
    return !method || !asksPerson(method->kind)
        || (!former.identity.isEmpty() && !now.identity.isEmpty());
}

} // namespace relink
