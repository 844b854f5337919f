// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/terminal.h"

namespace relink {
struct AuthMethod;
}

namespace relink::cli {

//! Does this way of connecting take a private key under the name? `method` may be null.
bool isPrivateKeyInput(const AuthMethod *method, const QString &key);

//! One secret of standard input, without echo: a line, or all lines of a private key (PEM) up to
//! its last. Null at the end of input.
void readSecret(Terminal &terminal, bool privateKey, Terminal::LineHandler handler);

} // namespace relink::cli
