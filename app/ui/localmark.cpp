// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/localmark.h"

#include "core/rules/redact.h"
#include "words/translate.h"

namespace relink {

namespace {

QString localMark()
{
    return words::translate("Diagnose", "‹hidden›", "in place of a password or key in a text");
}

} // namespace

QString withLocalMark(QString text)
{
    return text.replace(hiddenMark.toString(), localMark());
}

TextExcerpt withLocalMark(const TextExcerpt &excerpt)
{
    const qsizetype longer = localMark().size() - hiddenMark.size();
    const auto moved = [&](qsizetype place) {
        return place + longer * QStringView(excerpt.text).left(place).count(hiddenMark);
    };
    TextExcerpt local {withLocalMark(excerpt.text), {}, excerpt.isCut};
    for (const TextPassage &passage : excerpt.passages) {
        const qsizetype start = moved(passage.start);
        local.passages += {start, moved(passage.start + passage.length) - start};
    }
    return local;
}

QString withoutLocalMark(QString text)
{
    return text.replace(localMark(), hiddenMark.toString());
}

} // namespace relink
