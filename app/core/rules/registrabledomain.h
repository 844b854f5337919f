// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace relink {

//! True for a domain that somebody can register: `example.com`, `example.co.uk`, and what is below
//! one. False for `com` and `co.uk`, below which anybody may have a name.
bool isRegistrableDomain(QStringView domain);

} // namespace relink
