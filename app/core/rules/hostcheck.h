// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! Why the host of an address template is not what it looks like, or could become another's: other
//! letters than ASCII, punycode, a placeholder that nothing holds, that lets through what ends a
//! host or that chooses the domain. A sentence for whoever writes the pack; empty: nothing.
//! `authority` is templateAuthority().
QString hostFlaw(const QString &authority, const PlaceholderNames &names);

//! What of a capture's pattern is kept: its first group, else all of it.
QString keptPart(const QString &pattern);

} // namespace relink
