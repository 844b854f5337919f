// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/cli.h"

namespace relink {

class CompositionRoot;

//! The self-tests of `relink doctor` that need an adapter. The root outlives them.
QList<cli::DoctorCheck> doctorChecks(CompositionRoot &root);

} // namespace relink
