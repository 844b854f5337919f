// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/surroundings.h"

#include "core/rules/urlpolicy.h"

namespace relink {

bool openChecked(const Surroundings &surroundings, const QUrl &url)
{
    if (!surroundings.openUrl)
        return false;
    // Loopback: the sandbox of the practice window and servers on this computer.
    const Result<QUrl> checked = checkBrowserUrl(url, isLoopback(url));
    return checked.ok() && surroundings.openUrl(*checked);
}

} // namespace relink
