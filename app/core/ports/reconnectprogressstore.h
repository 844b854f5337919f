// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"
#include "core/result.h"

#include <optional>

namespace relink {

//! Port: half-finished guided reconnects. Synchronous like ConnectionStore.
class ReconnectProgressStore
{
public:
    virtual ~ReconnectProgressStore() = default;
    virtual Result<Done> save(const ReconnectProgress &progress) = 0;
    virtual Result<std::optional<ReconnectProgress>> load(const ConnectionId &id) = 0;
    virtual Result<Done> discard(const ConnectionId &id) = 0;
};

} // namespace relink
