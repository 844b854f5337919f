// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/maskedpassage.h"

#include "core/rules/redact.h"

#include <algorithm>

namespace relink {

namespace {

//! Characters that no text holds, so that a place is found again after what stands before it was
//! hidden.
constexpr QChar opening(0xFDD0);
constexpr QChar closing(0xFDD1);

bool isWithin(const QString &text, qsizetype i)
{
    return i > 0 && i < text.size() && !text.at(i - 1).isSpace() && !text.at(i).isSpace();
}

} // namespace

QString maskedPassage(const QString &pasted, const TextPassage &passage)
{
    QString text = pasted;
    text.replace(opening, QChar::ReplacementCharacter).replace(closing, QChar::ReplacementCharacter);
    const QString masked = redact(text);
    qsizetype start = std::clamp<qsizetype>(passage.start, 0, text.size());
    qsizetype end = std::clamp<qsizetype>(passage.start + passage.length, start, text.size());
    // A mark inside a name can change what it is read as; at the blanks around it, hardly.
    for (int attempt = 0; attempt < 2; ++attempt) {
        QString marked = text;
        marked.insert(end, closing);
        marked.insert(start, opening);
        marked = redact(marked);
        const qsizetype from = marked.indexOf(opening);
        const qsizetype to = marked.indexOf(closing);
        QString unmarked = marked;
        unmarked.remove(opening).remove(closing);
        if (from >= 0 && to > from && unmarked == masked)
            return marked.mid(from + 1, to - from - 1).trimmed();
        while (isWithin(text, start))
            --start;
        while (isWithin(text, end))
            ++end;
    }
    return {};
}

} // namespace relink
