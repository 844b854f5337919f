// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

void checkCaptures(PackProblems &problems, const QList<Capture> &captures, const QString &path,
                   const PlaceholderNames &names);

//! No call of this way needs what only a later answer tells, and no address what may be missing.
void checkCaptureOrder(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                       const QString &path);

} // namespace relink
