// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QString>

namespace relink {

//! What is lost by revoking the access of a connection, for the question before it. `pack` may be
//! null.
QString revocationWarning(const ProviderPack *pack, const QString &providerName);

} // namespace relink
