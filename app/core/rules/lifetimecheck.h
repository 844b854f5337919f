// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

#include <QJsonObject>

namespace relink {

//! Lifetimes that cannot be true together, or that this kind of access does not have.
void checkLifetimes(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                    const QJsonObject &object, const QString &path);

} // namespace relink
