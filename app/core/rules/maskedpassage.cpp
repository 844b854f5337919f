// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/maskedpassage.h"

#include "core/rules/redact.h"
#include "core/rules/secretword.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! Characters that no text holds, so that a place is found again after what stands before it was
//! hidden.
constexpr QChar opening(0xFDD0);
constexpr QChar closing(0xFDD1);

//! As far as a passage is looked around: further away stands no key whose value it could be.
constexpr qsizetype surroundings = 16 * 1024;

constexpr qsizetype shortestSecret = 12;

bool isWithin(const QString &text, qsizetype i)
{
    return i > 0 && i < text.size() && !text.at(i - 1).isSpace() && !text.at(i).isSpace();
}

//! A passage with the text around it.
struct Excerpt
{
    QString text;
    qsizetype start = 0;
    qsizetype end = 0;
};

Excerpt excerptOf(const QString &pasted, const TextPassage &passage)
{
    const qsizetype start = std::clamp<qsizetype>(passage.start, 0, pasted.size());
    const qsizetype end
        = std::clamp<qsizetype>(passage.start + passage.length, start, pasted.size());
    const qsizetype from = std::max<qsizetype>(0, start - surroundings);
    const qsizetype to = std::min(pasted.size(), end + surroundings);
    Excerpt excerpt {pasted.mid(from, to - from), start - from, end - from};
    excerpt.text.replace(opening, QChar::ReplacementCharacter)
        .replace(closing, QChar::ReplacementCharacter);
    return excerpt;
}

//! What looks like a secret is hidden whatever stands before it: a passage is a few words that
//! decided, and nobody needs a long random one of them.
QString withoutSecretWords(const QString &passage)
{
    static const QRegularExpression word(u"[\\w+/=~-]{12,}"_s);
    QString shown;
    qsizetype from = 0;
    auto words = word.globalMatch(passage);
    while (words.hasNext()) {
        const QRegularExpressionMatch match = words.next();
        if (!looksSecret(match.capturedView(), shortestSecret))
            continue;
        shown += passage.sliced(from, match.capturedStart() - from) + hiddenMark;
        from = match.capturedEnd();
    }
    return shown + passage.sliced(from);
}

} // namespace

QString maskedPassage(const QString &pasted, const TextPassage &passage)
{
    Excerpt excerpt = excerptOf(pasted, passage);
    const QString masked = redact(excerpt.text);
    // A mark inside a name can change what it is read as; at the blanks around it, hardly.
    for (int attempt = 0; attempt < 2; ++attempt) {
        QString marked = excerpt.text;
        marked.insert(excerpt.end, closing);
        marked.insert(excerpt.start, opening);
        marked = redact(marked);
        const qsizetype from = marked.indexOf(opening);
        const qsizetype to = marked.indexOf(closing);
        QString unmarked = marked;
        unmarked.remove(opening).remove(closing);
        if (from >= 0 && to > from && unmarked == masked)
            return withoutSecretWords(marked.mid(from + 1, to - from - 1).trimmed());
        while (isWithin(excerpt.text, excerpt.start))
            --excerpt.start;
        while (isWithin(excerpt.text, excerpt.end))
            ++excerpt.end;
    }
    return {};
}

bool isHidden(const QString &pasted, const QString &words)
{
    const qsizetype at = pasted.indexOf(words, 0, Qt::CaseInsensitive);
    if (words.isEmpty() || at < 0)
        return false;
    const Excerpt excerpt = excerptOf(pasted, {at, words.size()});
    return !redact(excerpt.text).contains(words, Qt::CaseInsensitive);
}

} // namespace relink
