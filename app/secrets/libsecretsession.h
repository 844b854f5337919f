// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace relink {

//! Makes libsecret forget its connection to the Secret Service, so that its next call opens a new
//! session. libsecret 0.20 keeps the session of a daemon that was restarted, and every call then
//! fails ("The session does not exist") for the rest of the program's life. Safe while other
//! calls run. False where QtKeychain does not work through libsecret.
bool forgetLibsecretSession();

} // namespace relink
