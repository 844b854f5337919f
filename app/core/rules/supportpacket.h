// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"

namespace relink {

//! What of the facts a support team is told, in the words of which nobody else's secrets and,
//! unless the merchant wants it, no names are left.
SupportPacket makeSupportPacket(const SupportFacts &facts, const SupportWishes &wishes);

//! How often the failure came that `error` is one of. `events`: newest first.
SupportFrequency frequencyOf(const HistoryEvent &error, const QList<HistoryEvent> &events);

} // namespace relink
