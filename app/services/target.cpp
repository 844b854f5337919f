// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/target.h"

#include "core/rules/classify.h"
#include "services/providercatalogue.h"

#include <QUuid>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

TokenLifetimes Target::lifetimes() const
{
    TokenLifetimes lifetimes = provider.method.lifetimes;
    if (mintsItself(kind()))
        lifetimes.rotates = false;
    return lifetimes;
}

Result<Target> targetFor(ProviderCatalogue &catalogue, const Connection &connection)
{
    Target target {connection, catalogue.pack(connection.provider), {}};
    if (!target.pack) {
        return localError(
            code::invalidInput,
            u"The description of the provider “%1” is missing. Add its file again."_s.arg(
                connection.provider));
    }
    Result<ResolvedProvider> resolved = resolveProvider(
        *target.pack, connection, QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (!resolved)
        return resolved.error();
    target.provider = std::move(resolved).value();
    return target;
}

AuthKind kindOf(const ProviderCatalogue &catalogue, const Connection &connection)
{
    const auto pack = catalogue.pack(connection.provider);
    const AuthMethod *method = pack ? methodOf(*pack, connection) : nullptr;
    return method ? method->kind : AuthKind::AuthorizationCode;
}

Result<Done> checkBinding(const Target &target)
{
    if (!target.connection.hasSecret)
        return Done {};
    for (const QString &origin : secretOrigins(target.provider)) {
        if (!target.connection.boundOrigins.contains(origin))
            return localError(code::endpointsChanged, origin);
    }
    return Done {};
}

Result<Connection> movedTo(const ProviderPack &pack, const Connection &known,
                           const QMap<QString, QString> &captures)
{
    Connection moved = known;
    moved.captures.insert(captures);
    if (moved.captures == known.captures)
        return moved;
    const Result<ResolvedProvider> before = resolveProvider(pack, known);
    if (!before || !checkBinding({known, {}, *before}))
        return known;
    const Result<ResolvedProvider> after = resolveProvider(pack, moved);
    if (!after)
        return after.error();
    moved.boundOrigins = secretOrigins(*after);
    return moved;
}

Result<Done> checkEnteredSecrets(ProviderCatalogue &catalogue, const Connection &former,
                                 const Credential &stored, const QStringList &entered)
{
    const Result<Target> target = targetFor(catalogue, former);
    if (!target || !isEntered(target->kind()) || checkBinding(*target))
        return Done {};
    const QStringList kept = stored.inputs.keys();
    const bool anew = std::all_of(kept.begin(), kept.end(),
                                  [&entered](const QString &key) { return entered.contains(key); });
    if (anew)
        return Done {};
    return localError(code::secretUnbound,
                      QString(former.boundOrigins.join(u", "_s) + u" → "_s
                              + secretOrigins(target->provider).join(u", "_s)));
}

} // namespace relink
