// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <array>
#include <vector>

namespace relink {

//! The words without which the rules for texts do not speak, in every language that they know,
//! derived from the rules themselves. Found in lines as they were pasted: whatever their case and
//! accents, and within words that are joined. A status above 400 and a code such as AADSTS700082
//! count as words. Built once, for the first long text.
class FailureWords
{
public:
    static const FailureWords &ofAllRules();

    //! How many there are.
    int count() const;

    //! Those in a line, each once, as numbers below count().
    QList<int> in(QStringView line) const;

private:
    FailureWords();

    void add(const QString &phrase);

    static constexpr int fivesOfThree = 1 << 15;

    std::vector<std::vector<unsigned char>> m_words; //!< in letters from 1 to 26
    std::array<int, fivesOfThree> m_first; //!< by their first three letters
    std::vector<int> m_next; //!< that begins with the same three
};

//! The HTTP status of a failure that stands at a place of a line, by itself; 0 where there is none.
//! A duration or a size is none.
int failedStatusAt(QStringView line, qsizetype at);

} // namespace relink
