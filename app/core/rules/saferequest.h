// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"
#include "core/model/seenrequest.h"

namespace relink {

//! The same request as it should be sent: https, what one signs in with in the body of a POST, key
//! or token in a header, `<name>` for every secret. Of a curl command as its configuration file,
//! which nobody else can read; else as HTTP.
QString safeRequest(const SeenRequest &request, const QList<const ProviderPack *> &packs);

} // namespace relink
