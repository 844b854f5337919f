// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/alreadyrefreshed.h"

namespace relink {

namespace {

//! A renewal can mend it: it is a failure, of the grant, that does not pass by itself.
bool isMendable(ErrorClass errorClass)
{
    return errorClass != ErrorClass::NotAnError && !isTransient(errorClass)
        && !isKeychain(errorClass);
}

bool isRecent(const Renewal &renewal, const QDateTime &now, std::chrono::seconds within)
{
    // One in the future is from before the clock was set back.
    return renewal.at.isValid() && renewal.at <= now && renewal.at.secsTo(now) <= within.count();
}

} // namespace

Renewal renewalOf(const Connection &connection, const QDateTime &now,
                  std::optional<ErrorClass> against, std::chrono::seconds within)
{
    if (!against && connection.state.diagnosis)
        against = connection.state.diagnosis->errorClass;
    if (against && !isMendable(*against))
        against.reset();
    if (!against && connection.renewed && isRecent(*connection.renewed, now, within))
        against = connection.renewed->against;
    return {now, against};
}

bool alreadyRefreshed(const Connection &connection, const Diagnosis &diagnosis,
                      const QDateTime &now, std::chrono::seconds within)
{
    const auto &renewed = connection.renewed;
    return renewed && renewed->against == diagnosis.errorClass && isMendable(diagnosis.errorClass)
        && isRecent(*renewed, now, within);
}

} // namespace relink
