// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/probe.h"

#include <functional>

namespace relink::test {

//! A way to the provider that may lead elsewhere: through a proxy, to a server that speaks another
//! language. What happens there is real.
class Detour : public Probe
{
public:
    explicit Detour(Probe &road)
        : m_road(road)
    {}

    QFuture<Result<HttpAnswer>> send(const ApiCall &call) override
    {
        ApiCall bent = call;
        if (bend)
            bend(bent.url);
        return m_road.send(bent);
    }

    std::function<void(QUrl &)> bend; //!< empty: straight on

private:
    Probe &m_road;
};

} // namespace relink::test
