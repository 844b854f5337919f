// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"
#include "core/rules/errortext.h"

#include <optional>

namespace relink {

//! That a text speaks of a provider, and how sure that is.
struct ProviderMention
{
    QString provider;
    double confidence = 0; //!< 0 to 1

    friend bool operator==(const ProviderMention &, const ProviderMention &) = default;
};

//! The provider that a text names: by its addresses, by codes and sentences that are its own, else
//! by its name. None where nothing names one.
std::optional<ProviderMention> providerNamedIn(const ErrorText &text,
                                               const QList<const ProviderPack *> &packs);

} // namespace relink
