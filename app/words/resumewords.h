// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace relink::words {

//! Where and when a half-finished reconnect was left and what is behind: titles of steps as they
//! are shown.
QString resumed(const QDateTime &leftAt, const QString &step, const QStringList &done,
                const QDateTime &now);

} // namespace relink::words
