// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>

namespace relink {

//! An address that may receive secrets (R22, R42, R43, R99): strictly parsed, https, or http to a
//! loopback host when `loopbackHttpAllowed`; no user name, no fragment, no backslash, no host in
//! disguise (percent escapes, letters outside ASCII, shorthand or hexadecimal IP addresses). Path
//! and query stay as written, double slashes too; QUrl unescapes only what RFC 3986 6.2.2.2 calls
//! equivalent. The error is `invalid_input`; its description is an English sentence that says what
//! to do.
Result<QUrl> checkEndpoint(const QString &text, bool loopbackHttpAllowed);

//! An address that may be handed to the browser: the same rules, but that a fragment may stand
//! (R18).
Result<QUrl> checkBrowserUrl(const QUrl &url, bool loopbackHttpAllowed);

//! `scheme://host:port`, lower case, host in ASCII, default port written out; empty for an address
//! without a host. What a stored secret is bound to (R99).
QString originOf(const QUrl &url);

//! True for 127.0.0.1, [::1] and localhost, the addresses that never leave the machine.
bool isLoopback(const QUrl &url);

} // namespace relink
