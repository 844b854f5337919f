// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <QDateTime>
#include <QString>

namespace relink::words {

//! reason() for a row of the list, which has room for two short lines: of a red connection what is
//! the matter and what to do, without the story; else reason() itself.
QString rowReason(const Connection &connection, const QString &providerName, const QDateTime &now);

} // namespace relink::words
