// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace relink {

//! What a person may paste at once, in bytes of UTF-8.
inline constexpr qsizetype longestText = 4 * 1024 * 1024;

//! Bytes as text: by their byte order mark, as UTF-8, and where they are none, as Latin-1.
QString textOf(const QByteArray &bytes);

//! True for more than the longest text.
bool isTooLong(const QString &text);

} // namespace relink
