// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainverdict.h"

namespace relink {

using namespace Qt::StringLiterals;

AuthError keychainError(const char *code, const QString &detail)
{
    AuthError error = localError(code, detail);
    error.origin = ErrorOrigin::SecretStore;
    return error;
}

Result<bool> judgeAbsence(SecretServiceRole role, const SecretServiceAnswer &answer)
{
    if (role == SecretServiceRole::Absent)
        return false;
    if (answer.lockedItems > 0)
        return keychainError(code::keychainLocked);
    if (answer.unlockedItems > 0)
        return true;
    if (role == SecretServiceRole::Hints)
        return false;
    switch (answer.state) {
    case KeychainState::Ready:
    case KeychainState::NoCollection:
        return false;
    case KeychainState::Locked:
        // Some services do not search what is locked, so finding nothing there says nothing.
        return keychainError(code::keychainLocked);
    case KeychainState::Missing:
        return keychainError(code::keychainMissing, answer.detail);
    case KeychainState::NotAnswering:
        break;
    }
    return keychainError(code::keychainNotAnswering, answer.detail);
}

AuthError judgeError(SecretServiceRole role, const SecretServiceAnswer &answer,
                     QKeychain::Error error, const QString &text)
{
    if (role != SecretServiceRole::Absent
        && (answer.state == KeychainState::Locked || answer.lockedItems > 0))
        return keychainError(code::keychainLocked);
    if (role == SecretServiceRole::Decides) {
        switch (answer.state) {
        case KeychainState::Ready:
        case KeychainState::Locked:
            break;
        case KeychainState::NoCollection:
            return keychainError(code::noKeyring);
        case KeychainState::Missing:
            return keychainError(code::keychainMissing, answer.detail);
        case KeychainState::NotAnswering:
            return keychainError(code::keychainNotAnswering, answer.detail);
        }
    }
    switch (error) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return keychainError(code::keychainDenied);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return keychainError(code::keychainMissing, text);
    default:
        return keychainError(code::keychainFailed, text);
    }
}

} // namespace relink
