// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"

#include <QString>

namespace relink::words {

//! What a support team asks for, in a few words: "Full error message".
QString supportFieldWord(SupportField field);

//! "••• access_token, 43 characters, in the message of Tue 17 Nov, 08:12".
QString hiddenSentence(const HiddenValue &value, const QDateTime &now);

//! Day, time of day and time zone in full: an error's time means something elsewhere too.
QString zonedTime(const QDateTime &time, const QByteArray &timeZone);

} // namespace relink::words
