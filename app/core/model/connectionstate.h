// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/diagnosis.h"
#include "core/model/ids.h"

#include <QDateTime>

#include <optional>

namespace relink {

//! Is the connection usable? (design.md section 5)
enum class Health {
    NotConnected,
    Connected,
    ExpiringSoon,
    Retrying, //!< a fault that passes by itself; nothing for the merchant to do
    NeedsAuthorization,
    NeedsPermission,
    NeedsConfiguration,
    WrongAccount,
    RevokedHere,
    KeychainLocked, //!< locked, denied or not answering: see KeychainReason
    KeychainMissing,
    Unverified, //!< nothing is known against it, but no probe has said yes
    Paused,
};

//! What are we doing with it right now? Never stored.
enum class Activity { Idle, Authorizing, Refreshing, Checking, Revoking };

enum class KeychainReason { Locked, Denied, NotAnswering };

//! The outermost sign a person sees.
enum class Light { Green, Red, Neutral };

//! One connection's state as one value. Changes only through reduce().
struct ConnectionState
{
    Health health = Health::NotConnected;
    Activity activity = Activity::Idle;
    AttemptId attempt; //!< of the activity; an event with another id is stale and changes nothing
    std::optional<Diagnosis> diagnosis; //!< why the light is not green
    std::optional<AuthError> error; //!< the failure that the diagnosis is about
    std::optional<KeychainReason> keychainReason; //!< set exactly with Health::KeychainLocked
    QDateTime since; //!< of the present light
    QDateTime verifiedAt; //!< last successful probe
    std::optional<QDateTime> retryAt; //!< set with Health::Retrying
    int failures = 0; //!< transient ones in a row; drives the back-off

    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

QString toString(Health health);
std::optional<Health> healthFromString(const QString &text);
const QList<Health> &allHealths();
QString toString(Activity activity);
QString toString(KeychainReason reason);
std::optional<KeychainReason> keychainReasonFromString(const QString &text);
QString toString(Light light);

} // namespace relink
