// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/caseless.h"

namespace relink {

QString caseless(const QString &text)
{
    // Upper case is what turns ß into SS; QString::toCaseFolded() knows single characters only.
    return text.normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .toUpper()
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

} // namespace relink
