// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace relink {

//! A line of a stack trace: where it happened, never what.
bool isStackFrame(QStringView line);

//! Blanks out the places in code that stand within a line: frames of .NET and PHP traces that were
//! pasted as one line, source files. Positions stay.
void blankCodePlaces(QString &line);

} // namespace relink
