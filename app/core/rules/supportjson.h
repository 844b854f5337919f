// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"

#include <QByteArray>

namespace relink {

//! The packet for programs: times in UTC, unknown is null. `pictures`: the names of their files.
QByteArray supportJson(const SupportPacket &packet, const QStringList &pictures);

} // namespace relink
