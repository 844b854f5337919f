// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace relink::cli {

class Terminal;

//! What a person says of a step that only a person can do.
struct PersonsWord
{
    enum class Kind { Done, NotPossible, Skipped };

    Kind kind = Kind::Done;
    QString reason; //!< in the person's words; may be empty

    friend bool operator==(const PersonsWord &, const PersonsWord &) = default;
};

//! Enter is done; `n` and `s` are not possible and skipped, with a reason behind them or none; in
//! English or in the language that is set. Null: none of these.
std::optional<PersonsWord> personsWord(const QByteArray &line);

//! Asks until the answer is one. `then` gets null when the input ended.
void askPersonsWord(Terminal &terminal,
                    const std::function<void(std::optional<PersonsWord>)> &then);

//! Lets the person choose by number, or go on without an answer where that may be. `then` gets the
//! index, -1 for none, null when the input ended.
void askOption(Terminal &terminal, const QStringList &options, bool mayBeSkipped,
               const std::function<void(std::optional<int>)> &then);

} // namespace relink::cli
