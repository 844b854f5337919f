// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! Secrets are entered, in inputs that are secret: none is asked for openly, none stands in the
//! file, and a login sends what it asks for.
void checkSecrets(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                  const QString &path);

} // namespace relink
