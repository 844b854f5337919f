// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace relink {

//! A change that the merchant tells of, for the change diary.
struct ChangeNote
{
    std::optional<ConnectionId> connection; //!< null: all connections of the provider
    QString provider; //!< of a connection its own
    QString cause; //!< one of noted::
    QString words; //!< the merchant's own; needed with noted::other
    QDateTime when; //!< when it happened; invalid: now
};

} // namespace relink
