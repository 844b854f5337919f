// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"
#include "core/model/supportpacket.h"
#include "core/result.h"

namespace relink {

//! Reads the shipped lists (resources/support/checklists.json). Every row must be documented.
Result<QList<SupportChecklist>> parseSupportChecklists(const QByteArray &json,
                                                       const Documentation &documentation);

//! Whose support is asked: the product's that the connection serves, else the provider's, else the
//! list for everybody.
SupportChecklist checklistFor(const QList<SupportChecklist> &lists, const QString &via,
                              const QString &provider);

} // namespace relink
