// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace relink {

bool isHttpStatus(int number);

//! The HTTP statuses that a folded text reports, in its order. A number that counts or names
//! something else (an order, an account, a street) is none.
QList<int> statusesIn(const QString &text);

} // namespace relink
