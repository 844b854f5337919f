// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QList>
#include <QString>

namespace relink::sandbox {

//! The packs to play and what was wrong with those that are not.
struct LoadedPacks
{
    QList<ProviderPack> packs; //!< by name
    QStringList problems;
};

//! The packs built in, and those of `folder` (may be empty), which go before a built-in one of
//! the same id.
LoadedPacks loadPacks(const QString &folder);

} // namespace relink::sandbox
