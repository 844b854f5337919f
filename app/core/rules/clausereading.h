// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/errorclass.h"
#include "core/rules/clausewords.h"

#include <QStringView>

#include <array>
#include <optional>
#include <span>

namespace relink {

//! What it means when one of these is said of that. The first rule of the table that fits two words
//! of one clause decides.
struct ClauseRule
{
    const char *id;
    Subject subject;
    std::array<Predicate, 8> predicates; //!< filled up with the last one
    ErrorClass errorClass;
    double confidence;
    std::array<ErrorClass, 2> alternatives; //!< Unknown: none
    const char *source;
    const char *example;
};

struct ClauseReading
{
    const ClauseRule *rule = nullptr;
    qsizetype start = 0;
    qsizetype length = 0;
};

std::span<const ClauseRule> clauseRules();

//! What a text says that no pattern was written for: somewhere it says something of something.
//! `refused`: the answer was a 401 or 403.
std::optional<ClauseReading> readClauses(QStringView text, bool refused = false);

} // namespace relink
