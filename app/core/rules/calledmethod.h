// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! GET or POST (for all that has a body), as a script calls the address between `start` and `end`:
//! by the call on its line, else after it, else before it. Empty where no call is found.
QString calledMethod(const QString &script, qsizetype start, qsizetype end);

} // namespace relink
