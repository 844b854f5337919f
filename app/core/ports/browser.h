// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QUrl>

namespace relink {

//! Port: the person's own browser. Only an address that passed checkBrowserUrl() comes here.
class Browser
{
public:
    virtual ~Browser() = default;
    //! Fails with `no_browser` when none could be started; success says that a launcher ran, not
    //! that a page is open: whoever waits keeps the link in reach (R19).
    virtual Result<Done> open(const QUrl &url) = 0;
};

} // namespace relink
