// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/historyevent.h"

#include <QString>

namespace relink::words {

//! What a note in the change diary is about, as a choice: "A password was changed".
QString notedTitle(const QString &cause);

//! A note as a line of the history: "Noted: A password was changed – changed eBay password".
QString noteSentence(const HistoryEvent &note);

//! The note as the first suspect of a failure that began then: "It began 12 hours after a change
//! that you noted: “changed eBay password”."
QString suspectSentence(const HistoryEvent &note, const QDateTime &failedAt);

} // namespace relink::words
