// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/providerpack.h"

namespace relink {

using namespace Qt::StringLiterals;

QString toString(AuthKind kind)
{
    switch (kind) {
    case AuthKind::AuthorizationCode:
        return u"authorization_code"_s;
    case AuthKind::ApiKey:
        return u"api_key"_s;
    case AuthKind::Login:
        return u"login"_s;
    }
    Q_UNREACHABLE();
}

QString toString(ClientAuthMethod method)
{
    switch (method) {
    case ClientAuthMethod::None:
        return u"none"_s;
    case ClientAuthMethod::Basic:
        return u"client_secret_basic"_s;
    case ClientAuthMethod::BasicRaw:
        return u"client_secret_basic_raw"_s;
    case ClientAuthMethod::Post:
        return u"client_secret_post"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ClientAuthMethod> clientAuthMethodFromString(const QString &text)
{
    for (const auto method : {ClientAuthMethod::None, ClientAuthMethod::Basic,
                              ClientAuthMethod::BasicRaw, ClientAuthMethod::Post}) {
        if (toString(method) == text)
            return method;
    }
    return std::nullopt;
}

} // namespace relink
