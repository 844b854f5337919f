// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <bitset>

namespace relink {

//! What a regular expression cannot match without: one of these stretches of letters. Empty: it
//! may match without any. Derived from the pattern alone, so that no rule states it twice.
QStringList requiredWords(const QString &pattern);

//! The alternatives that a pattern consists of at its outermost level.
QStringList alternativesIn(const QString &pattern);

//! Every three characters that follow each other in a text. Says at once that a pattern cannot be
//! found there, which spares compiling it.
class TextPieces
{
public:
    TextPieces() = default;
    explicit TextPieces(QStringView text);

    //! False only when none of the words is in the text. True for no words.
    bool mayHoldAny(const QStringList &words) const;

private:
    bool mayHold(QStringView word) const;

    std::bitset<1u << 15> m_pieces;
};

} // namespace relink
