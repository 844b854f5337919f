// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink::test {

//! Packs that are not built in, prepared so that they can be played: for the sandbox as they are,
//! for Relink with their addresses at the sandbox, as core/rules/practicemapping.h maps them.

//! Copies every pack of `from` into `to`, its id with a prefix.
void copyPacks(const QString &from, const QString &to, const QString &prefix);
//! The addresses of every pack in the folder moved to the sandbox.
void mapPacks(const QString &from, const QString &to, const QString &sandbox);

} // namespace relink::test
