// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/requiredwords.h"

#include <QRegularExpression>

namespace relink {

//! Where something was found in a text.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
};

//! A pattern of a TextRule as a whole, to be looked at. `<name>` stands for a group of words that
//! mean the same, so that a rule says what it is about and not how people may put it.
QRegularExpression textPattern(const char *pattern);

//! The first of the pattern's alternatives that is found in the text. What cannot be there by its
//! pieces is not compiled; what was compiled is kept by the thread.
std::optional<TextSpan> findPattern(const char *pattern, const QString &text,
                                    const TextPieces &pieces);

//! What the pattern of a TextRule cannot be found without: one of these, where an alternative of it
//! requires anything.
QStringList requiredWordsOf(const char *pattern);

//! A pattern that came from data: compiled once a thread. Groups are not expanded.
const QRegularExpression &keptPattern(const QString &pattern);

//! False where the pattern cannot be found in a text of these pieces, without compiling it.
bool mayMatch(const QString &pattern, const TextPieces &pieces);

} // namespace relink
