// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"

#include <QString>

namespace relink::words {

//! Where a topic comes from: the ids of the rows, or the article that it shows whole.
QString documentedBy(const HelpTopic &topic, const Documentation &documentation);

//! What stands small below a row: its id, and whether it is for somebody else than the merchant.
QString rowNote(const DocumentedRow &row);

//! The items of a row, numbered; what is unsafe says so first.
QStringList itemLines(const DocumentedRow &row);

//! All words of a topic, for searching.
QString topicText(const HelpTopic &topic, const Documentation &documentation);

} // namespace relink::words
