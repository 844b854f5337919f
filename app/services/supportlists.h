// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"

namespace relink {

//! What the support of each product asks for. Read from the built-in resources once.
const QList<SupportChecklist> &supportChecklists();

} // namespace relink
