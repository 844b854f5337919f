// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

#include <QJsonObject>

namespace relink {

//! The way back from a sign-in: where it listens, or what is pasted. `object`: the way as it
//! stands in the file.
void checkRedirect(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                   const QJsonObject &object, const QString &path, const PlaceholderNames &names);

} // namespace relink
