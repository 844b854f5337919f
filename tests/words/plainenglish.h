// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QString>

namespace relink::test {

//! What every sentence of the project has in common: it is there, starts like a sentence, shouts
//! at nobody, and no identifier of the program or of a protocol slipped in.
inline bool isPlainEnglish(const QString &text)
{
    static const QRegularExpression codeWord(
        QStringLiteral("_|\\b(invalid_\\w+|OAuth|token|grant|refresh token|null|nullptr|HTTP "
                       "status|endpoint|your fault|illegal|error code)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return !text.trimmed().isEmpty() && text == text.trimmed() && !text.contains(u'!')
        && !text.contains(codeWord);
}

} // namespace relink::test
