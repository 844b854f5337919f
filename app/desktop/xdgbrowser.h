// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/browser.h"

namespace relink {

//! The Browser port through the desktop's own launcher: `xdg-open` from PATH, `open` on macOS,
//! ShellExecute on Windows. QDesktopServices needs a GUI application and prints the whole address
//! when it fails. The launcher gets the address as its only argument and none of our standard
//! streams; nothing is logged.
class XdgBrowser final : public Browser
{
public:
    Result<Done> open(const QUrl &url) override;
};

} // namespace relink
