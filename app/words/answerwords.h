// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/requestflaw.h"
#include "core/model/textanswer.h"

#include <QStringList>

namespace relink::words {

//! All there is to say of a pasted text, as lines. `chosen`: the provider was named by the person,
//! not the text. `next`: a sentence in place of the action's own.
QStringList textAnswerLines(const TextAnswer &answer, const Documentation &documentation,
                            const QString &providerName, bool chosen, const QString &next = {});

//! Pages of the help: title and paragraphs. Nothing for none.
QStringList helpLines(const QList<HelpTopic> &topics);

//! What is unsafe in a request, and its safe form.
QStringList requestLintLines(const RequestLint &lint);

} // namespace relink::words
