// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace relink {
struct AuthMethod;
struct ProviderPack;
} // namespace relink

namespace relink::cli {

class Terminal;

//! What to do at a product that keeps the access itself: where it is set up, and what others
//! stumbled over there.
void tellWhatToDoThere(Terminal &terminal, const ProviderPack &pack, const AuthMethod &method);

} // namespace relink::cli
