// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! The credential of an authenticated call, as one way of connecting sends it.
struct Presented
{
    bool sent = false; //!< something stands in its place
    QString token; //!< what the ledger or a practice value knows
    QString problem; //!< what else is wrong: a companion, a signature; empty: nothing
};

Presented presentedBy(const Visit &visit, const AuthMethod &method, const ApiAuthentication &api);

} // namespace relink::sandbox
