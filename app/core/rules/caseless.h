// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! A text as it is compared and searched without regard to case: two names are one when these are
//! equal. "Straße" and "STRASSE" are.
QString caseless(const QString &text);

} // namespace relink
