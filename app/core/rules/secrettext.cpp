// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/secrettext.h"

#include "core/rules/redact.h"

#include <QStringList>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

bool looksHarmless(QStringView text)
{
    QString value = text.toString();
    value.remove(hiddenMark.toString());
    if (value.isEmpty())
        return text.isEmpty();
    const bool plain = std::all_of(value.begin(), value.end(), [](QChar c) {
        return isKeyCharacter(c) || c == u' ' || c == u'.';
    });
    if (!plain || value.contains("eyJ"_L1))
        return false;
    const auto letters = std::count_if(value.begin(), value.end(), isLetter);
    const auto digits = std::count_if(value.begin(), value.end(), isDigit);
    if (digits == 0) {
        // Random text without a digit still mixes its cases in the middle of words.
        int changes = 0;
        for (qsizetype i = 1; i < value.size(); ++i) {
            if (value.at(i - 1).isLower() && value.at(i).isUpper())
                ++changes;
        }
        return letters <= 40 && changes <= 3;
    }
    if (letters == 0)
        return digits <= 6;
    return value.size() <= 12 && digits <= 6 && letters >= 2 && isLetter(value.front())
        && !isLetter(value.back())
        && std::none_of(value.begin(), value.end(), [](QChar c) { return c.isLower(); });
}

bool looksLikeProse(QStringView word)
{
    const bool lower
        = std::all_of(word.begin() + 1, word.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    return lower && isLetter(word.front()) && word.size() <= 15;
}

bool isScheme(QStringView word)
{
    static const QStringList schemes {u"bearer"_s, u"basic"_s, u"dpop"_s, u"negotiate"_s};
    return word.size() <= 9
        && std::any_of(schemes.begin(), schemes.end(), [word](const QString &scheme) {
               return word.compare(scheme, Qt::CaseInsensitive) == 0;
           });
}

} // namespace relink
