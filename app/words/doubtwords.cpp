// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/doubtwords.h"

#include "core/rules/plaintext.h"
#include "core/rules/unconfirmed.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

namespace {

QString endingOf(const RevocationDefinition &revocation, const Unconfirmed &unconfirmed,
                 const QString &provider)
{
    if (revocation.exists()) {
        return unconfirmed.revocation
            ? translate("Doubt", "asked of %1; whether that works is not confirmed").arg(provider)
            : QString();
    }
    if (revocation.menuPath.isEmpty() && !unconfirmed.revocation && !unconfirmed.revocationPath)
        return {};
    if (revocation.menuPath.isEmpty())
        return translate("Doubt", "only at %1; the way there is not confirmed").arg(provider);
    const QString where = translate("Doubt", "only at %1: %2", "%2 is a menu path there")
                              .arg(provider, plainText(packText(revocation.menuPath)));
    return withDoubt(where, unconfirmed.revocationPath ? notConfirmed() : QString());
}

} // namespace

QString notConfirmed()
{
    return translate("Doubt", "not confirmed");
}

PackDoubts packDoubts(const ProviderPack *pack, const AuthMethod *method)
{
    PackDoubts doubts;
    if (!pack || !method)
        return doubts;
    const Unconfirmed unconfirmed = unconfirmedIn(*pack);
    if (unconfirmed.accessLifetime && method->lifetimes.access)
        doubts.access = notConfirmed();
    if (asksPerson(method->kind) || method->kind == AuthKind::RefreshToken) {
        if (unconfirmed.signInLifetime)
            doubts.signIn = notConfirmed();
        if (unconfirmed.rotation && !method->lifetimes.rotates) {
            doubts.renewal
                = translate("Doubt", "whether each one ends the former sign-in is not confirmed");
        }
    }
    doubts.ending = endingOf(pack->revocationOf(method), unconfirmed, shownProvider(pack->name));
    return doubts;
}

QString withDoubt(const QString &value, const QString &doubt)
{
    if (value.isEmpty() || doubt.isEmpty())
        return value + doubt;
    //: A value and a remark on it
    return translate("Doubt", "%1 (%2)").arg(value, doubt);
}

} // namespace relink::words
