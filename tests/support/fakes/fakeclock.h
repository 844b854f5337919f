// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/clock.h"

#include <QTimeZone>

namespace relink::test {

class FakeClock : public Clock
{
public:
    QDateTime now() const override { return time; }
    void advance(std::chrono::seconds by) { time = time.addSecs(by.count()); }

    QDateTime time {QDate(2026, 11, 22), QTime(8, 0), Qt::UTC};
};

} // namespace relink::test
