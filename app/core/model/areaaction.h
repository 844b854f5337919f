// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/historyevent.h"

#include <QString>

namespace relink {

//! HistoryEvent::action where a thing is named that was being done (AMG-01): refused or working
//! again by a named probe, or met by the merchant and pasted. Other actions name none.

inline constexpr QLatin1StringView areaPrefix("area:");
inline constexpr QLatin1StringView pastedPrefix("pasted:");

inline QString areaAction(const QString &what)
{
    return QString(areaPrefix) + what;
}

inline QString pastedActionOf(const QString &what)
{
    return what.isEmpty() ? QString(pastedAction) : QString(pastedPrefix) + what;
}

inline bool isPasted(const QString &action)
{
    return action == pastedAction || action.startsWith(pastedPrefix);
}

//! What was being done; empty: not told.
inline QString areaOf(const QString &action)
{
    for (const QLatin1StringView prefix : {areaPrefix, pastedPrefix}) {
        if (action.startsWith(prefix))
            return action.mid(prefix.size());
    }
    return {};
}

} // namespace relink
