// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/seenrequest.h"

namespace relink {

//! The requests that a text shows: curl, wget and HTTPie commands, raw HTTP, addresses, and what a
//! script of any language builds from strings. In the order of their lines; at most 200.
QList<SeenRequest> seenRequests(const QString &text);

} // namespace relink
