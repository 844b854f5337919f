// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! How a provider is shown in lists; the part of its pack that they need.
struct ProviderFace
{
    QString name;
    QString category;
    QString monogram; //!< two letters

    friend bool operator==(const ProviderFace &, const ProviderFace &) = default;
};

} // namespace relink
