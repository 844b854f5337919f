// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/rules/inputs.h"

#include <optional>

namespace relink {

//! The first of what checkInputs() finds, as the failure that it is; null: it finds nothing.
std::optional<AuthError> inputRefusal(const ProviderPack &pack, const AuthMethod &method,
                                      Environment environment, const QMap<QString, QString> &inputs,
                                      const QStringList &secretKeys);

} // namespace relink
