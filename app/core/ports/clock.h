// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

namespace relink {

//! Port: what time it is.
class Clock
{
public:
    virtual ~Clock() = default;
    //! UTC.
    virtual QDateTime now() const = 0;
};

} // namespace relink
