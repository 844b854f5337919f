// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/errorclass.h"

#include <QString>

#include <optional>

namespace relink::words {

//! Words of a cause that says more than its class. %1 is the provider; in `sentence`, which
//! stands beside the light, %2 is since when.
struct CauseWords
{
    QString title;
    QString explanation;
    QString sentence; //!< empty: a cause that never stands beside a light
};

//! Null for a cause that has no words of its own; those of the class are right then.
std::optional<CauseWords> causeWords(ErrorClass errorClass, const QString &cause);

//! The sentence beside the light for a class, same placeholders.
QString classSentence(ErrorClass errorClass);

} // namespace relink::words
