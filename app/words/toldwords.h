// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <QString>

namespace relink::words {

//! What Relink's own check of a connection says against an error that the merchant met elsewhere.
//! Empty where it says the same, or nothing.
QString contradiction(const Connection &connection, const Diagnosis &told,
                      const QString &providerName, const QDateTime &now);

} // namespace relink::words
