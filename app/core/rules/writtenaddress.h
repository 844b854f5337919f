// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/seenrequest.h"

namespace relink {

//! Takes an address apart as it is written, templates such as `{shop}` and `$HOST` included, into
//! scheme, user, host, path and query of a request. Secrets among the parameters of the path
//! (a;key=…) and of the fragment count as its query.
void readAddress(const QString &address, SeenRequest &request);

//! The pairs of a query or a form body, the names decoded.
QList<SentValue> writtenPairs(QStringView text);

} // namespace relink
