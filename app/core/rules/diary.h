// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changenote.h"
#include "core/model/historyevent.h"
#include "core/result.h"

#include <QStringList>

namespace relink {

//! All of noted::, in the order in which they are offered: what happens most often first.
const QStringList &notedCauses();

inline constexpr int longestNote = 300;

//! The line of the change diary: the words on one line, without their secrets. `invalid_input` for
//! what is not known, lies in the future, or says nothing.
Result<HistoryEvent> noteEvent(const ChangeNote &note, const QDateTime &now);

} // namespace relink
