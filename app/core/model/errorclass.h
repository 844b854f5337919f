// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace relink {

//! What a failure means for the merchant (design.md section 6). The list is closed; a finer
//! `cause` may stand beside a class.
enum class ErrorClass {
    ExpiredAccess,
    ExpiredRefresh,
    Revoked,
    InvalidClient,
    InvalidUserCredentials,
    CredentialFormat,
    TestModeMismatch,
    PermissionRole,
    PermissionScope,
    PlanRestriction,
    AppRemoved,
    WrongTenant,
    CompetingConnection,
    ConnectionLimit,
    DeprecatedMethod,
    ProviderOutage,
    RateLimited,
    Network,
    Proxy,
    Tls,
    Clock,
    KeychainLocked,
    KeychainMissing,
    Configuration,
    AccountClosed,
    NotAnError,
    Unknown,
};

QString toString(ErrorClass errorClass);
std::optional<ErrorClass> errorClassFromString(const QString &text);
const QList<ErrorClass> &allErrorClasses();

//! True for what passes by itself and is nobody's lost access: it turns no light red
//! (design.md section 4, "Turns red").
bool isTransient(ErrorClass errorClass);

//! True for the keychain classes: no statement about the grant at all.
bool isKeychain(ErrorClass errorClass);

} // namespace relink
