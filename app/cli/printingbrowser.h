// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/browser.h"

#include <cstdio>

namespace relink::cli {

//! The Browser port of --no-browser: says what to open, on a line of its own, at once.
class PrintingBrowser final : public Browser
{
public:
    Result<Done> open(const QUrl &url) override
    {
        std::fprintf(stderr, "Open: %s\n", url.toEncoded().constData());
        std::fflush(stderr);
        return Done {};
    }
};

} // namespace relink::cli
