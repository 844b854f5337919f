// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/errorclass.h"

#include <QDateTime>

#include <optional>

namespace relink {

//! The last time that a person brought a new grant, or renewed the present one by hand.
struct Renewal
{
    QDateTime at;
    std::optional<ErrorClass> against; //!< the failure that it was to mend; null: there was none

    friend bool operator==(const Renewal &, const Renewal &) = default;
};

} // namespace relink
