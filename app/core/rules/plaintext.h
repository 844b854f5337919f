// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! Text of a server or a pack made safe for showing as plain text (R96): control, bidi and
//! zero-width characters become visible as ⟨U+202E⟩, line breaks become " ⏎ ", and what exceeds
//! `maximum` UTF-16 units is cut with "…", never inside a character or an escape.
QString plainText(const QString &text, int maximum = 300);

//! The same for logs and the history, uncut and in the escapes \n, \r, \t and \u{202E} (R84). One
//! event stays one line; what is escaped already stays as it is.
QString oneLine(const QString &text);

} // namespace relink
