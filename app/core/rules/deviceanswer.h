// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"
#include "core/model/secret.h"
#include "core/result.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <chrono>

namespace relink {

namespace code {
//! RFC 8628 3.5: the person has not finished yet.
inline constexpr auto authorizationPending = "authorization_pending";
inline constexpr auto slowDown = "slow_down";
inline constexpr auto deviceExpired = "expired_token";
} // namespace code

//! What a device authorisation endpoint answers, RFC 8628 3.2.
struct DeviceAuthorization
{
    SecretBytes deviceCode;
    QString userCode;
    QUrl verification; //!< the complete address where the server gave one
    QDateTime expiresAt;
    std::chrono::seconds interval {5};
};

//! A refusal is an AuthError of the token endpoint; a 2xx without the three required values, or
//! with an address that no browser should open, is `unreadable_answer`.
Result<DeviceAuthorization> parseDeviceAnswer(const HttpAnswer &answer, bool loopbackHttpAllowed,
                                              const QDateTime &now);

} // namespace relink
