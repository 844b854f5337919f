// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"
#include "core/result.h"

#include <QByteArray>

namespace relink {

//! The files that say which steps are for which failure, and what a class means; every other one is
//! an article.
inline constexpr auto stepTableName = "steps.json";
inline constexpr auto explanationsName = "explanations.json";

//! Reads the articles, the explanations and the table of steps, given by the names of their files.
//! The error is `invalid_input`; its description names the file, the path and the flaw.
Result<Documentation> parseDocumentation(const QMap<QString, QByteArray> &files);

} // namespace relink
