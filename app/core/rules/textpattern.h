// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>

namespace relink {

//! A pattern of a TextRule, compiled once a thread and ready to search ErrorText::text(). `<name>`
//! stands for a group of words that mean the same, so that a rule says what it is about and not how
//! people may put it.
const QRegularExpression &textPattern(const char *pattern);

//! The same for a pattern that came from data: compiled once a thread. Groups are not expanded.
const QRegularExpression &keptPattern(const QString &pattern);

} // namespace relink
