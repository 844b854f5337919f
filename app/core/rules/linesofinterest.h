// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace relink {

//! What is read of a long text: first the lines that speak of failures most plainly, then those
//! that hold what rules look for and the other lines do not, 24,000 characters at most. Of lines
//! that differ in numbers only, two. Short texts come back whole.
struct LinesOfInterest
{
    QString text;
    QList<qsizetype> origins; //!< of each character; empty for a text that is whole
    bool leavesOut = false; //!< a line for which there was no room holds a word that rules look for
};

LinesOfInterest linesOfInterest(const QString &pasted);

} // namespace relink
