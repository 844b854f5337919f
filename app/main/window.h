// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"

namespace relink {

//! The program with its window, real or practice; returns its exit code.
int runWindow(int &argc, char **argv, const cli::CommandLine &line);

} // namespace relink
