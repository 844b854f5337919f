// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/packproblem.h"
#include "core/model/providerpack.h"
#include "core/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>

#include <optional>

namespace relink {

inline constexpr qsizetype packMaximumBytes = 256 * 1024;
inline constexpr int packMaximumDepth = 32;

//! Reads a provider pack, strictly (R21, R22, R43, R98, R99): size, depth, unknown or doubled
//! keys, types, ids, addresses, placeholders, parameters that would override standard ones, and
//! error rules that lack an example, miss their own or can never be reached. Every problem found
//! is told with its JSON path. resources/schema.json says the same to other tools.
//! `builtIn` is copied into the pack and changes nothing else. `today`: a pack cannot have been
//! checked later; without one this is not looked at, since a pack that is in use must not go when
//! this computer's clock is wrong.
Result<ProviderPack, QList<PackProblem>> parseProviderPack(const QByteArray &json, bool builtIn,
                                                           const QDate &today = {});

//! Reads a pack that is compiled into this program, without the checks: those were made when it was
//! built (the tests put every shipped pack through parseProviderPack()), and at each start they
//! would cost more than reading. nullopt only if this is no JSON object.
std::optional<ProviderPack> readShippedPack(const QByteArray &json);

//! `[a-z0-9][a-z0-9._-]{0,63}`, and no device name of Windows: safe as a file name anywhere.
bool isPackId(const QString &id);

} // namespace relink
