// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/plaintext.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

QString whoWasNotCompared(const QString &providerName)
{
    return translate("Account",
                     "%1 does not tell who signed in, so it could not be compared with the person "
                     "before.")
        .arg(plainText(providerName, 60));
}

} // namespace relink::words
