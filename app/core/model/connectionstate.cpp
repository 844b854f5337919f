// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/connectionstate.h"

namespace relink {

using namespace Qt::StringLiterals;

QString toString(Health health)
{
    switch (health) {
    case Health::NotConnected:
        return u"not_connected"_s;
    case Health::Connected:
        return u"connected"_s;
    case Health::ExpiringSoon:
        return u"expiring_soon"_s;
    case Health::Retrying:
        return u"retrying"_s;
    case Health::NeedsAuthorization:
        return u"needs_authorization"_s;
    case Health::NeedsPermission:
        return u"needs_permission"_s;
    case Health::NeedsConfiguration:
        return u"needs_configuration"_s;
    case Health::WrongAccount:
        return u"wrong_account"_s;
    case Health::RevokedHere:
        return u"revoked_here"_s;
    case Health::KeychainLocked:
        return u"keychain_locked"_s;
    case Health::KeychainMissing:
        return u"keychain_missing"_s;
    case Health::Unverified:
        return u"unverified"_s;
    case Health::Paused:
        return u"paused"_s;
    }
    Q_UNREACHABLE();
}

const QList<Health> &allHealths()
{
    static const QList<Health> all {
        Health::NotConnected,
        Health::Connected,
        Health::ExpiringSoon,
        Health::Retrying,
        Health::NeedsAuthorization,
        Health::NeedsPermission,
        Health::NeedsConfiguration,
        Health::WrongAccount,
        Health::RevokedHere,
        Health::KeychainLocked,
        Health::KeychainMissing,
        Health::Unverified,
        Health::Paused,
    };
    return all;
}

std::optional<Health> healthFromString(const QString &text)
{
    for (const Health health : allHealths()) {
        if (toString(health) == text)
            return health;
    }
    return std::nullopt;
}

QString toString(Activity activity)
{
    switch (activity) {
    case Activity::Idle:
        return u"idle"_s;
    case Activity::Authorizing:
        return u"authorizing"_s;
    case Activity::Refreshing:
        return u"refreshing"_s;
    case Activity::Checking:
        return u"checking"_s;
    case Activity::Revoking:
        return u"revoking"_s;
    }
    Q_UNREACHABLE();
}

QString toString(KeychainReason reason)
{
    switch (reason) {
    case KeychainReason::Locked:
        return u"locked"_s;
    case KeychainReason::Denied:
        return u"denied"_s;
    case KeychainReason::NotAnswering:
        return u"not_answering"_s;
    }
    Q_UNREACHABLE();
}

std::optional<KeychainReason> keychainReasonFromString(const QString &text)
{
    for (const auto reason :
         {KeychainReason::Locked, KeychainReason::Denied, KeychainReason::NotAnswering}) {
        if (toString(reason) == text)
            return reason;
    }
    return std::nullopt;
}

QString toString(Light light)
{
    switch (light) {
    case Light::Green:
        return u"green"_s;
    case Light::Red:
        return u"red"_s;
    case Light::Neutral:
        return u"neutral"_s;
    }
    Q_UNREACHABLE();
}

QString toString(RecommendedAction action)
{
    switch (action) {
    case RecommendedAction::None:
        return u"none"_s;
    case RecommendedAction::Wait:
        return u"wait"_s;
    case RecommendedAction::Refresh:
        return u"refresh"_s;
    case RecommendedAction::Reauthorize:
        return u"reauthorize"_s;
    case RecommendedAction::EditCredential:
        return u"edit_credential"_s;
    case RecommendedAction::SwitchTestMode:
        return u"switch_test_mode"_s;
    case RecommendedAction::ChooseOrganisation:
        return u"choose_organisation"_s;
    case RecommendedAction::AskAdministrator:
        return u"ask_administrator"_s;
    case RecommendedAction::UnlockKeychain:
        return u"unlock_keychain"_s;
    case RecommendedAction::CheckNetwork:
        return u"check_network"_s;
    case RecommendedAction::SetClock:
        return u"set_clock"_s;
    case RecommendedAction::ContactSupport:
        return u"contact_support"_s;
    }
    Q_UNREACHABLE();
}

} // namespace relink
