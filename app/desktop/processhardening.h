// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace relink {

//! Keeps this process's memory out of core dumps and away from other processes of the same user
//! (R85). To be called before the first secret is read. Programs that are started later inherit
//! the core limit, not the rest. Under snap it does nothing: the sandbox's own tools need to look
//! into the process. Windows has nothing to switch off here.
void hardenProcess();

} // namespace relink
