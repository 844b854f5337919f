// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/diagnosis.h"

#include <QString>

#include <optional>

namespace relink {

//! An error that the merchant met elsewhere and wants to keep.
struct PastedError
{
    Diagnosis diagnosis;
    std::optional<int> httpStatus;
    QString providerCode;
    QString text; //!< see keptText()
    //! What the merchant was doing, in their words or as a named probe says it; empty: not told.
    QString what {};
    QString area {}; //!< that named probe's id
};

} // namespace relink
