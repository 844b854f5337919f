// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textexcerpt.h"

#include "core/rules/plaintext.h"
#include "core/rules/redact.h"

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype surroundings = 400;
constexpr qsizetype nearLine = 160; //!< as far away a line break is taken for the edge
constexpr qsizetype longestKept = 1500;
const QString leftOut = u"\n…\n"_s;

struct Window
{
    qsizetype from = 0;
    qsizetype to = 0;
};

bool isInsideCharacter(const QString &text, qsizetype i)
{
    return i > 0 && i < text.size() && text.at(i).isLowSurrogate();
}

Window windowAround(const QString &text, const TextPassage &passage)
{
    Window window {std::max<qsizetype>(0, passage.start - surroundings),
                   std::min(text.size(), passage.start + passage.length + surroundings)};
    const qsizetype before = window.from > 0 ? text.indexOf(u'\n', window.from) : -1;
    if (before >= 0 && before < passage.start && before - window.from < nearLine)
        window.from = before + 1;
    const qsizetype after = window.to < text.size() ? text.lastIndexOf(u'\n', window.to) : -1;
    if (after >= passage.start + passage.length && window.to - after < nearLine)
        window.to = after;
    if (isInsideCharacter(text, window.from))
        --window.from;
    if (isInsideCharacter(text, window.to))
        ++window.to;
    return window;
}

QList<Window> windowsOf(const QString &text, const QList<TextPassage> &passages, qsizetype most)
{
    QList<Window> wanted {windowAround(text, {0, 0})};
    qsizetype total = wanted.first().to;
    for (const TextPassage &passage : passages) {
        if (passage.length <= 0 || passage.start < 0 || passage.start >= text.size())
            continue;
        const Window window = windowAround(text, passage);
        if (total + window.to - window.from > most)
            continue;
        wanted += window;
        total += window.to - window.from;
    }
    std::sort(wanted.begin(), wanted.end(),
              [](const Window &a, const Window &b) { return a.from < b.from; });
    QList<Window> merged;
    for (const Window &window : std::as_const(wanted)) {
        if (!merged.isEmpty() && window.from <= merged.last().to)
            merged.last().to = std::max(merged.last().to, window.to);
        else
            merged += window;
    }
    return merged;
}

} // namespace

TextExcerpt excerptOf(const QString &text, const QList<TextPassage> &passages, qsizetype most)
{
    if (text.size() <= most)
        return {text, passages, false};
    TextExcerpt excerpt;
    excerpt.isCut = true;
    excerpt.passages.resize(passages.size());
    qsizetype end = 0;
    for (const Window &window : windowsOf(text, passages, most)) {
        if (window.from > 0)
            excerpt.text += leftOut;
        for (qsizetype i = 0; i < passages.size(); ++i) {
            const TextPassage &passage = passages.at(i);
            if (passage.start >= window.from && passage.start + passage.length <= window.to)
                excerpt.passages[i]
                    = {passage.start - window.from + excerpt.text.size(), passage.length};
        }
        excerpt.text += text.mid(window.from, window.to - window.from);
        end = window.to;
    }
    if (end < text.size())
        excerpt.text += leftOut;
    return excerpt;
}

TextPassage lineOf(const QString &text, int line)
{
    qsizetype start = 0;
    for (int i = 1; i < line; ++i) {
        start = text.indexOf(u'\n', start) + 1;
        if (start == 0)
            return {};
    }
    const qsizetype end = text.indexOf(u'\n', start);
    return {start, (end < 0 ? text.size() : end) - start};
}

QString keptText(const QString &text, const QList<TextPassage> &passages)
{
    // Hidden before it is cut: half a key is no key any more.
    const RedactedText redacted(text);
    QList<TextPassage> places;
    for (const TextPassage &passage : passages)
        places += redacted.placeOf(passage);
    return oneLine(excerptOf(redacted.text(), places, longestKept).text.simplified());
}

} // namespace relink
