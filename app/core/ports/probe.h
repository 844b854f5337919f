// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"
#include "core/result.h"

#include <QFuture>

namespace relink {

//! Port: one cheap call to a provider's API, its metadata or its front door.
//! Completion, limits and redirects as for TokenEndpoint. At most 6 calls to one host and 32
//! overall are in flight; further ones wait their turn.
class Probe
{
public:
    virtual ~Probe() = default;
    virtual QFuture<Result<HttpAnswer>> send(const ApiCall &call) = 0;
};

} // namespace relink
