// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace relink {

//! True for what does not show, or changes how its neighbours show.
bool isHidden(char32_t codePoint);

//! The code point at `at`, and how many units it takes; a lone surrogate stands for itself.
char32_t codePointAt(QStringView text, qsizetype at, int *units);

//! "202E"
QString hexadecimal(char32_t codePoint);

struct HiddenCharacter
{
    char32_t codePoint = 0;
    qsizetype position = 0; //!< in characters, from 1

    friend bool operator==(const HiddenCharacter &, const HiddenCharacter &) = default;
};

//! The first character that has no place in a name. A joiner has one where it shapes its
//! neighbours: in emoji, and in scripts that join their letters.
std::optional<HiddenCharacter> hiddenCharacterIn(const QString &text);

} // namespace relink
