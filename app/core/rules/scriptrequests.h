// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/seenrequest.h"

namespace relink {

//! The requests that code of any language builds: addresses with what is joined to them, tables of
//! query parameters, and the method that is called. An address alone is one too.
QList<SeenRequest> scriptRequests(const QString &text);

} // namespace relink
