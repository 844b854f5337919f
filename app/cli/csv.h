// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace relink::cli {

//! One record of RFC 4180, with its CRLF. A cell that a spreadsheet would run as a formula gets
//! an apostrophe in front (R93), which spreadsheets read as "this is text".
QByteArray csvRecord(const QStringList &cells);

//! The cell as it was before csvRecord() made it safe.
QString fromCsvCell(const QString &cell);

} // namespace relink::cli
