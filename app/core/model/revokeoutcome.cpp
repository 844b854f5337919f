// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/revokeoutcome.h"

namespace relink {

using namespace Qt::StringLiterals;

QString toString(RevokeOutcome::Kind kind)
{
    switch (kind) {
    case RevokeOutcome::Kind::Revoked:
        return u"revoked"_s;
    case RevokeOutcome::Kind::Accepted:
        return u"accepted"_s;
    case RevokeOutcome::Kind::RemovedHere:
        return u"removed_here"_s;
    case RevokeOutcome::Kind::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

std::optional<RevokeOutcome::Kind> revokeOutcomeKindFromString(const QString &text)
{
    for (const auto kind : {RevokeOutcome::Kind::Revoked, RevokeOutcome::Kind::Accepted,
                            RevokeOutcome::Kind::RemovedHere, RevokeOutcome::Kind::Failed}) {
        if (toString(kind) == text)
            return kind;
    }
    return std::nullopt;
}

} // namespace relink
