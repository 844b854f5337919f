// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/diagnosis.h"

#include <QList>

#include <optional>

namespace relink {

//! A stretch of a pasted text, in its own positions.
struct TextPassage
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextPassage &, const TextPassage &) = default;
};

//! What a pasted text means (design.md section 9, `diagnose`).
struct TextDiagnosis
{
    Diagnosis diagnosis;
    QString provider; //!< id; empty where nothing names one
    double providerConfidence = 0; //!< 0 to 1
    std::optional<int> httpStatus; //!< of the innermost failure
    QString providerCode; //!< the provider's or the protocol's own code, as it was written
    QList<TextPassage> passages; //!< what decided, for marking

    friend bool operator==(const TextDiagnosis &, const TextDiagnosis &) = default;
};

} // namespace relink
