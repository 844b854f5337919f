// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/diagnosis.h"

#include <QDateTime>
#include <QString>

namespace relink {

//! Who says whether something works.
enum class AreaSource {
    Probe, //!< a named probe of the pack
    Pasted, //!< an error that the merchant pasted and saved
};

//! What is known of one thing that a connection is used for: orders, invoices, a report. Without
//! such a report nothing is known of it, and nothing is said.
struct AreaReport
{
    QString area; //!< id of a named probe; empty: only the merchant's words name it
    QString what; //!< as the pack says it, or in the merchant's words
    bool works = false;
    QDateTime since; //!< it works, or is refused, since then
    QDateTime checkedAt;
    AreaSource source = AreaSource::Probe;
    Diagnosis diagnosis; //!< of the refusal

    friend bool operator==(const AreaReport &, const AreaReport &) = default;
};

} // namespace relink
