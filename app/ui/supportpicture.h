// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"
#include "core/ports/packetwriter.h"
#include "ui/surroundings.h"

#include <QImage>

namespace relink {

//! The settings and the history of a connection as the window shows them, drawn from the packet and
//! so without what the packet leaves out.
QImage settingsPicture(const SupportPacket &packet, const Surroundings &surroundings);
QImage historyPicture(const SupportPacket &packet, const Surroundings &surroundings);

//! A picture as a file of the packet: its dots alone, without what the camera or the program that
//! made it wrote into it. Null bytes: it is none.
PacketFile pictureFile(const QString &name, const QImage &picture);

//! Reads a picture of the merchant's; null: it is none, or too large.
QImage readPicture(const QString &fileName);

} // namespace relink
