// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/providerpack.h"

namespace relink {

//! Does a pack's rule speak of this failure? Stage, status and every given condition must hold.
bool matches(const ErrorRule &rule, const AuthError &error, ErrorStage stage);

//! Do these words stand in the answer, without regard to case?
bool says(const AuthError &error, const QString &words);

//! The failure that a rule's example describes, for holding a rule to its examples.
AuthError exampleError(const ErrorRule &rule, const ErrorRule::Example &example);

} // namespace relink
