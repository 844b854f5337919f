// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"
#include "core/model/textdiagnosis.h"

#include <QString>

namespace relink::words {

//! A documented step in full: what to do, and the way there through the menus or a link.
QString documentedStep(const DocumentedRow &row);

//! What a text means, whose fault it is not, what stops meanwhile; a paragraph for each that there
//! is.
QStringList meaning(const Diagnosis &diagnosis, const Documentation &documentation,
                    const QString &providerName);

//! Why another reading is possible. Never empty.
QString alternativeSentence(const Alternative &alternative, const QString &providerName);

//! "nearly certain", "likely", "possible", "a guess".
QString howSure(double confidence);

} // namespace relink::words
