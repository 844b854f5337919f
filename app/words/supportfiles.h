// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"
#include "core/ports/packetwriter.h"

namespace relink::words {

//! Everything that goes into the packet's file: support.txt, support.json and the pictures.
QList<PacketFile> supportFiles(const SupportPacket &packet, const QList<PacketFile> &pictures);

} // namespace relink::words
