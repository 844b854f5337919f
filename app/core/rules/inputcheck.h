// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! Pattern, default, example and choices of one input agree.
void checkInput(PackProblems &problems, const InputField &field, const QString &path);

//! Every choice fills in the same placeholders, or an address would have a gap.
void checkChoices(PackProblems &problems, const InputField &field, const QString &path);

//! What is kept of redirects and answers: no whole token, usable patterns.
void checkCaptures(PackProblems &problems, const QList<Capture> &captures, const QString &path,
                   const PlaceholderNames &names);

} // namespace relink
