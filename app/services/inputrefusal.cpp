// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/inputrefusal.h"

namespace relink {

std::optional<AuthError> inputRefusal(const ProviderPack &pack, const AuthMethod &method,
                                      Environment environment, const QMap<QString, QString> &inputs,
                                      const QStringList &secretKeys)
{
    const QList<InputProblem> problems = checkInputs(pack, method, environment, inputs, secretKeys);
    if (problems.isEmpty())
        return std::nullopt;
    AuthError error;
    error.code = problems.first().code;
    error.description = problems.first().reason;
    error.providerCode = problems.first().key;
    return error;
}

} // namespace relink
