// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace relink {

//! Why `json` is no JSON text by the letter of RFC 8259, or goes deeper than `maximumDepth`, or has
//! an object with the same key twice: an English sentence with the byte position. Null when it is
//! sound. Qt's own reader lets raw control characters, `.5` and doubled keys pass (F14).
std::optional<QString> strictJsonProblem(const QByteArray &json, int maximumDepth);

} // namespace relink
