// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/server.h"

#include <QString>

namespace relink::sandbox {

//! Text as it may stand in HTML, inside quotes too; control and bidi characters become visible.
QString escaped(const QString &text);

//! A page of the sandbox. `body` is HTML; nothing in it runs, loads or posts elsewhere than to
//! the sandbox and the loopback redirects that its forms lead to.
http::Response pageAnswer(int status, const QString &title, const QString &body);

//! The style sheet of all pages, under stylePath.
inline constexpr auto stylePath = "/_sandbox/style.css";
http::Response styleAnswer();

} // namespace relink::sandbox
