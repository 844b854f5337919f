// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"
#include "core/model/textdiagnosis.h"

namespace relink {

//! All that Relink has to say about a pasted text. The action of the diagnosis is the documented
//! one.
struct TextAnswer
{
    TextDiagnosis reading;
    QList<DocumentedRow> steps;
    QStringList passages; //!< what decided, without secrets

    friend bool operator==(const TextAnswer &, const TextAnswer &) = default;
};

} // namespace relink
