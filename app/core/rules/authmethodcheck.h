// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

#include <QJsonObject>

namespace relink {

//! What is wrong with one way of connecting; `object` tells a key that is absent from an empty one.
void checkAuthMethod(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                     const QJsonObject &object, const QString &path);

} // namespace relink
