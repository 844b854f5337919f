// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/requestflaw.h"
#include "core/model/textanswer.h"

#include <QJsonObject>

namespace relink::cli {

//! The JSON of `diagnose`, design.md section 9: what is not known is null, never absent.
QJsonObject diagnoseShape(const TextAnswer &answer, const QString &providerName);

//! The JSON of `lint-request`: a row for each finding with its line, one without for each check
//! that found nothing; `suggested` is the safe form, or null.
QJsonObject requestLintShape(const RequestLint &lint);

} // namespace relink::cli
