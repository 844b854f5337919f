// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/areareport.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace relink::words {

//! "Orders", in the merchant's language, or what they wrote themselves.
QString areaName(const AreaReport &report);

//! How it stands: "works, checked 3 min ago", "refused since Tue 17 Nov, 08:12".
QString areaState(const AreaReport &report, const QDateTime &now);

//! Of all that is refused: "Orders, Stock: refused since Tue 17 Nov, 08:12". Empty: nothing is.
QString stoppedSentence(const QList<AreaReport> &reports, const QDateTime &now);

} // namespace relink::words
