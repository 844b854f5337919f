// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! True for a path that can lead to something (rules/jsonpath.h): `a.b`, `a[0].b`, `a[*]`, `$`.
bool isAnswerPath(const QString &path);

} // namespace relink
