// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCoreApplication;

namespace relink {

//! Loads the texts of the person's language, ours and Qt's own. English needs none.
void installLanguage(QCoreApplication &application);

} // namespace relink
