// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/calls.h"

namespace relink::test {

inline const QMap<QString, QString> client {{QStringLiteral("client_id"), QStringLiteral("app")}};

inline QMap<QString, QString> with(QMap<QString, QString> inputs, const char *key,
                                   const char *value)
{
    inputs.insert(QLatin1StringView(key), QString::fromUtf8(value));
    return inputs;
}

inline AuthorizationGrant grant(const QMap<QString, QString> &parameters = {})
{
    AuthorizationGrant g;
    g.code = AuthorizationCode("c0de");
    g.verifier = CodeVerifier("verifier");
    g.redirectUri = QStringLiteral("http://127.0.0.1:48017/callback");
    g.state = QStringLiteral("st4te");
    g.parameters = parameters;
    return g;
}

inline ResolvedProvider resolved(const ProviderPack &pack, const Connection &connection)
{
    const auto result = resolveProvider(pack, connection);
    if (!result)
        qWarning("%s: %s", qPrintable(result.error().providerCode),
                 qPrintable(result.error().description));
    return result ? *result : ResolvedProvider();
}

} // namespace relink::test
