// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/errorclass.h"

#include "core/model/autherror.h"

#include <array>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

struct Name
{
    ErrorClass errorClass;
    QLatin1StringView name;
};

constexpr std::array names = {
    Name {ErrorClass::ExpiredAccess, "expired_access"_L1},
    Name {ErrorClass::ExpiredRefresh, "expired_refresh"_L1},
    Name {ErrorClass::Revoked, "revoked"_L1},
    Name {ErrorClass::InvalidClient, "invalid_client"_L1},
    Name {ErrorClass::InvalidUserCredentials, "invalid_user_credentials"_L1},
    Name {ErrorClass::CredentialFormat, "credential_format"_L1},
    Name {ErrorClass::TestModeMismatch, "test_mode_mismatch"_L1},
    Name {ErrorClass::PermissionRole, "permission_role"_L1},
    Name {ErrorClass::PermissionScope, "permission_scope"_L1},
    Name {ErrorClass::PlanRestriction, "plan_restriction"_L1},
    Name {ErrorClass::AppRemoved, "app_removed"_L1},
    Name {ErrorClass::WrongTenant, "wrong_tenant"_L1},
    Name {ErrorClass::CompetingConnection, "competing_connection"_L1},
    Name {ErrorClass::ConnectionLimit, "connection_limit"_L1},
    Name {ErrorClass::DeprecatedMethod, "deprecated_method"_L1},
    Name {ErrorClass::ProviderOutage, "provider_outage"_L1},
    Name {ErrorClass::RateLimited, "rate_limited"_L1},
    Name {ErrorClass::Network, "network"_L1},
    Name {ErrorClass::Proxy, "proxy"_L1},
    Name {ErrorClass::Tls, "tls"_L1},
    Name {ErrorClass::Clock, "clock"_L1},
    Name {ErrorClass::KeychainLocked, "keychain_locked"_L1},
    Name {ErrorClass::KeychainMissing, "keychain_missing"_L1},
    Name {ErrorClass::Configuration, "configuration"_L1},
    Name {ErrorClass::AccountClosed, "account_closed"_L1},
    Name {ErrorClass::NotAnError, "not_an_error"_L1},
    Name {ErrorClass::Unknown, "unknown"_L1},
};

} // namespace

QString toString(ErrorClass errorClass)
{
    for (const Name &n : names) {
        if (n.errorClass == errorClass)
            return n.name;
    }
    Q_UNREACHABLE();
}

std::optional<ErrorClass> errorClassFromString(const QString &text)
{
    for (const Name &n : names) {
        if (n.name == text)
            return n.errorClass;
    }
    return std::nullopt;
}

const QList<ErrorClass> &allErrorClasses()
{
    static const QList<ErrorClass> all = [] {
        QList<ErrorClass> list;
        for (const Name &n : names)
            list.append(n.errorClass);
        return list;
    }();
    return all;
}

bool isTransient(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::ProviderOutage:
    case ErrorClass::RateLimited:
    case ErrorClass::Network:
    case ErrorClass::Proxy:
    case ErrorClass::Tls:
    case ErrorClass::Clock:
        return true;
    default:
        return false;
    }
}

bool isKeychain(ErrorClass errorClass)
{
    return errorClass == ErrorClass::KeychainLocked || errorClass == ErrorClass::KeychainMissing;
}

QString toString(ErrorOrigin origin)
{
    switch (origin) {
    case ErrorOrigin::AuthorizationEndpoint:
        return u"authorization_endpoint"_s;
    case ErrorOrigin::TokenEndpoint:
        return u"token_endpoint"_s;
    case ErrorOrigin::RevocationEndpoint:
        return u"revocation_endpoint"_s;
    case ErrorOrigin::Resource:
        return u"resource"_s;
    case ErrorOrigin::Transport:
        return u"transport"_s;
    case ErrorOrigin::RedirectListener:
        return u"redirect_listener"_s;
    case ErrorOrigin::SecretStore:
        return u"secret_store"_s;
    case ErrorOrigin::Local:
        return u"local"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ErrorOrigin> errorOriginFromString(const QString &text)
{
    for (const auto origin :
         {ErrorOrigin::AuthorizationEndpoint, ErrorOrigin::TokenEndpoint,
          ErrorOrigin::RevocationEndpoint, ErrorOrigin::Resource, ErrorOrigin::Transport,
          ErrorOrigin::RedirectListener, ErrorOrigin::SecretStore, ErrorOrigin::Local}) {
        if (toString(origin) == text)
            return origin;
    }
    return std::nullopt;
}

} // namespace relink
