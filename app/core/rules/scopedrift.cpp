// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/scopedrift.h"

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

} // namespace relink
