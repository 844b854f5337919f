// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/redirectpages.h"

namespace relink {

//! What the browser shows after a redirect, in the person's language.
RedirectPageTexts browserPageTexts();

} // namespace relink
