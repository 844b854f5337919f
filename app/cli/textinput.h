// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace relink::cli {

//! What a person may paste at once.
inline constexpr qsizetype longestText = 4 * 1024 * 1024;

//! The bytes of a file, at most one more than the longest text; the error is a sentence.
Result<QByteArray, QString> readTextFile(const QString &fileName);

//! Bytes as text: by their byte order mark, as UTF-8, and where they are none, as Latin-1.
QString textOf(const QByteArray &bytes);

} // namespace relink::cli
