// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace relink {

//! The outcome of a revocation, truthfully (design.md section 4, R66, R67).
struct RevokeOutcome
{
    enum class Kind {
        Revoked, //!< the provider said so and refuses the token now
        Accepted, //!< the provider took the request; that it is refused could not be verified
        RemovedHere, //!< forgotten here, still listed there: menuPath says where to end it
        Failed, //!< nothing changed
    };
    Kind kind = Kind::Failed;
    QString menuPath; //!< where to remove the access at the provider
    QString manageUrl; //!< may be empty
    std::optional<AuthError> error; //!< why it is not Revoked
    std::optional<QDateTime> accessUntil; //!< what was issued may be taken until then all the same
};

QString toString(RevokeOutcome::Kind kind);
std::optional<RevokeOutcome::Kind> revokeOutcomeKindFromString(const QString &text);

} // namespace relink
