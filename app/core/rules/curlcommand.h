// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/seenrequest.h"

namespace relink {

//! The words of a command as a shell reads them, from `start` to the end of the command; `end` is
//! set to what follows it. Lines that go on after \, ^ or ` belong together.
QStringList commandWords(const QString &text, qsizetype start, qsizetype *end);

//! What a curl command with these words (without `curl` itself) sends.
SeenRequest readCurl(const QStringList &words);

} // namespace relink
