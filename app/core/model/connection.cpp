// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/connection.h"

namespace relink {

using namespace Qt::StringLiterals;

QString toString(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return u"production"_s;
    case Environment::Test:
        return u"test"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Environment> environmentFromString(const QString &text)
{
    for (const auto environment : {Environment::Production, Environment::Test}) {
        if (toString(environment) == text)
            return environment;
    }
    return std::nullopt;
}

} // namespace relink
