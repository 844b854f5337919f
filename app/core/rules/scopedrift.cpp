// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/scopedrift.h"

#include "core/rules/checkresults.h"
#include "core/rules/inputs.h"
#include "core/rules/resolve.h"

namespace relink {

using namespace Qt::StringLiterals;

QStringList askedScopes(const AuthMethod &method, const QMap<QString, QString> &inputs)
{
    const QString entered = inputs.value(QLatin1StringView(input::scope));
    if (entered.isEmpty())
        return method.scopes;
    const QString spaced = method.scopeSeparator.isEmpty()
        ? entered
        : QString(entered).replace(method.scopeSeparator, u" "_s);
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

QStringList missingScopes(const ProviderPack &pack, const Connection &connection)
{
    const AuthMethod *method = methodOf(pack, connection);
    if (!method || connection.scope.isEmpty())
        return {};
    const QStringList asked = askedScopes(*method, connection.inputs);
    const bool renewable
        = connection.refreshExpiresAt != connection.accessExpiresAt || !connection.accessExpiresAt;
    QStringList missing;
    for (const QString &scope : asked) {
        // Servers that give a refresh token often leave its scope out of the list.
        if (scope == "offline_access"_L1 && renewable)
            continue;
        if (!connection.scope.contains(scope) && !missing.contains(scope))
            missing.append(scope);
    }
    return missing;
}

QStringList extraScopes(const ProviderPack &pack, const Connection &connection)
{
    const AuthMethod *method = methodOf(pack, connection);
    if (!method)
        return {};
    const QStringList asked = askedScopes(*method, connection.inputs);
    QStringList extra;
    for (const QString &scope : connection.scope) {
        if (!asked.contains(scope) && !extra.contains(scope))
            extra.append(scope);
    }
    return extra;
}

CheckResult checkScopes(const ProviderPack &pack, const Connection &connection)
{
    const AuthMethod *method = methodOf(pack, connection);
    if (!method || askedScopes(*method, connection.inputs).isEmpty())
        return passedCheck(CheckId::Scopes, u"none_asked"_s);
    if (connection.scope.isEmpty())
        return passedCheck(CheckId::Scopes, checkdetail::notTold);
    const QStringList missing = missingScopes(pack, connection);
    const QStringList extra = extraScopes(pack, connection);
    // A new sign-in asks for them again.
    CheckResult result = missing.isEmpty()
        ? passedCheck(CheckId::Scopes, u"all_granted"_s)
        : failedCheck(CheckId::Scopes, u"missing"_s, ErrorClass::PermissionScope, {},
                      RecommendedAction::Reauthorize);
    if (!missing.isEmpty())
        result.values.insert(u"missing"_s, missing.join(u' '));
    if (!extra.isEmpty())
        result.values.insert(u"extra"_s, extra.join(u' '));
    return result;
}

} // namespace relink
