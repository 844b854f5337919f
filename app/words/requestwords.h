// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/requestflaw.h"

#include <QString>

namespace relink::words {

//! What is unsafe about a request and what to do instead.
QString requestSentence(const RequestFinding &finding);
//! What to do about it.
QString changeRequestSentence(const RequestLint &lint);
//! What was looked at and found to be in order.
QString inOrderSentence(RequestFlaw flaw);

} // namespace relink::words
