// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"
#include "core/model/requestflaw.h"

namespace relink {

//! What is unsafe in the requests that a text shows (MIN-70 to MIN-73, SGE-15, SGE-51), and the
//! safe form: credentials in the body of a POST, the key in the header that its provider names.
//! Reads a URL, a curl command, raw HTTP or a script.
RequestLint lintRequest(const QString &text, const QList<const ProviderPack *> &packs);

} // namespace relink
