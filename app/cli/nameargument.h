// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <QString>

namespace relink::cli {

//! NAME as it can be copied into a shell: the name where no shell reads anything into it, else the
//! id. A name may come from a server.
QString nameArgument(const Connection &connection);
QString nameArgument(const QString &name, const QString &id);

} // namespace relink::cli
