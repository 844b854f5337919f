// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/httpanswer.h"

#include <QDateTime>
#include <QJsonObject>

namespace relink {

//! What is known of a failed answer without reading what its body means: status, challenges,
//! Retry-After (a date is measured from the answer's own Date, else from `now`) and evidence.
//! Tokens in a 2xx never become evidence.
AuthError answerError(const HttpAnswer &answer, ErrorOrigin origin, const QDateTime &now);

//! True for an `error` that says something: some servers send an empty one with every success.
bool saysError(const QJsonObject &object);

} // namespace relink
