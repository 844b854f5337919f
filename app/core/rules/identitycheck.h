// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

#include <QDate>

namespace relink {

//! Who the provider is, who looked at it and when. `today` as in parsepack.h.
void checkIdentity(PackProblems &problems, const ProviderPack &pack, const QDate &today);

//! An address that is opened in the browser; an empty one is fine.
void checkLink(PackProblems &problems, const QString &path, const QString &link);

} // namespace relink
