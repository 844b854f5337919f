// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/seenrequest.h"

namespace relink {

//! What a wget command with these words (without `wget` itself) sends.
SeenRequest readWget(const QStringList &words);

//! The same of HTTPie and xh; `scheme` is the one that the command takes where the address has
//! none. Without a host where the words are rather prose.
SeenRequest readHttpie(const QStringList &words, const QString &scheme);

} // namespace relink
