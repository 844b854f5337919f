// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"
#include "core/model/recipe.h"
#include "core/result.h"
#include "core/rules/resolve.h"

#include <QUrl>

#include <chrono>

namespace relink {

//! An address of the provider that answers anybody: the merchant's own site where there is one,
//! else the front page of the first server that is asked. Empty: none is known.
QUrl frontDoorOf(const ResolvedProvider &provider);

//! What one request to the front door says about the way there, one result each: internet, proxy,
//! encryption, a network's sign-in page, clock. A fault stands at its own row; what it hides was
//! not looked at. `now` is this computer's time, `took` how long the answer took.
QList<CheckResult> readFrontDoor(const QUrl &door, const Result<HttpAnswer> &answer,
                                 const QDateTime &now, std::chrono::milliseconds took);

//! The same where there is nothing to ask.
QList<CheckResult> noFrontDoor();

//! True for the checks that the front door answers.
bool isAtFrontDoor(CheckId check);

} // namespace relink
