// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/rules/decodedtext.h"

namespace relink::cli {

//! The bytes of a file, at most one more than the longest text; the error is a sentence.
Result<QByteArray, QString> readTextFile(const QString &fileName);

} // namespace relink::cli
