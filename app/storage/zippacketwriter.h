// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/packetwriter.h"

namespace relink {

//! A ZIP archive, made by libarchive.
class ZipPacketWriter final : public PacketWriter
{
public:
    Result<Done> write(const QString &fileName, const QList<PacketFile> &files,
                       const QDateTime &time, bool replace) override;
};

} // namespace relink
