// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! How the client proves itself goes with the inputs it is asked for.
void checkClient(PackProblems &problems, const AuthMethod &method, const QString &path);

//! A signed assertion is sent by something, and claims nothing that Relink itself does.
void checkAssertion(PackProblems &problems, const AuthMethod &method, const QString &path,
                    const PlaceholderNames &names);

} // namespace relink
