// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! Where a provider's own people help. Empty where nobody has confirmed an address.
struct SupportContact
{
    QString page; //!< https
    QString email; //!< a plain address
    QString source; //!< who says so

    bool isKnown() const { return !page.isEmpty() || !email.isEmpty(); }
};

} // namespace relink
