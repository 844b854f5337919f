// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/faults.h"
#include "sandbox/keys.h"
#include "sandbox/ledger.h"
#include "sandbox/place.h"

#include "http/server.h"

namespace relink::sandbox {

//! What every part of the sandbox works on.
struct World
{
    QList<ProviderPack> packs;
    Ledger ledger;
    Faults faults;
    Keys keys;
    QString origin; //!< http://127.0.0.1:PORT

    QStringList providerIds() const
    {
        QStringList ids;
        for (const ProviderPack &pack : packs)
            ids.append(pack.id);
        return ids;
    }
};

//! Nothing: the connection is closed without a word.
using Answer = std::optional<http::Response>;

//! One request to one place.
struct Visit
{
    World &world;
    const Place &place;
    const http::Request &request;
};

} // namespace relink::sandbox
