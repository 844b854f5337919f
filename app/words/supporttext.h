// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"

#include <QString>
#include <QStringList>

namespace relink::words {

//! The packet as a support team reads it: what they ask for first, in their order. Masked and
//! plain, for a file, a mail and the clipboard. `pictures`: the names of the files beside it.
QString supportText(const SupportPacket &packet, const QStringList &pictures);

} // namespace relink::words
