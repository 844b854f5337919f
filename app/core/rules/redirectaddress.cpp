// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redirectaddress.h"

namespace relink {

using namespace Qt::StringLiterals;

RedirectAddress redirectAddress(const AuthMethod &method, Environment environment,
                                std::optional<quint16> port)
{
    using Kind = RedirectAddress::Kind;
    if (method.kind != AuthKind::AuthorizationCode)
        return {};
    if (method.redirectModeByEnvironment.value(environment, method.redirectMode)
        == RedirectMode::Loopback) {
        const QString host = method.redirectHost.isEmpty() ? u"127.0.0.1"_s : method.redirectHost;
        const int used = port.value_or(quint16(method.redirectPort));
        if (used > 0)
            return {Kind::FixedPort, u"http://%1:%2/callback"_s.arg(host).arg(used)};
        return {Kind::AnyPort, u"http://%1/callback"_s.arg(host)};
    }
    if (method.redirectAlias.isEmpty() || method.redirectAlias == "{redirect_uri}"_L1)
        return {Kind::Own, {}};
    if (method.redirectAlias.contains("://"_L1) && !method.redirectAlias.contains(u'{'))
        return {Kind::Fixed, method.redirectAlias};
    return {Kind::Alias, {}};
}

} // namespace relink
