// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! What a quick eye reads: without case, accents, spaces and signs, and letters that look like a
//! Latin one as that one (UTS #39 with the letters that matter). Two names that read alike have
//! the same.
QString readAs(const QString &name);

//! True when letters of several alphabets stand in one name. Latin letters beside Chinese, Japanese
//! or Korean ones are usual and look like none of them.
bool mixesScripts(const QString &name);

} // namespace relink
