// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"
#include "core/model/textdiagnosis.h"

namespace relink {

//! The pages of the help that explain the words of an answer, the nearest first; empty where it
//! needs none.
QList<HelpTopic> helpFor(const TextDiagnosis &reading, const Documentation &documentation);

} // namespace relink
