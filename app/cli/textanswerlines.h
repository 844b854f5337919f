// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/requestflaw.h"
#include "core/model/textanswer.h"

#include <QStringList>

namespace relink::cli {

//! What `diagnose` tells a person. `chosen`: the provider was named by the person, not the text.
QStringList textAnswerLines(const TextAnswer &answer, const Documentation &documentation,
                            const QString &providerName, bool chosen);

//! What `lint-request` tells a person.
QStringList requestLintLines(const RequestLint &lint);

} // namespace relink::cli
