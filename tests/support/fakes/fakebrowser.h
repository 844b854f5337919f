// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/browser.h"

#include <QList>

namespace relink::test {

class FakeBrowser : public Browser
{
public:
    Result<Done> open(const QUrl &url) override
    {
        opened.append(url);
        return installed ? Result<Done>(Done {}) : localError(code::noBrowser);
    }

    QList<QUrl> opened;
    bool installed = true;
};

} // namespace relink::test
