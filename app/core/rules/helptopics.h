// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"
#include "core/model/textdiagnosis.h"

#include <QSet>

namespace relink {

//! The pages of the help that explain the words of an answer, the nearest first; empty where it
//! needs none.
QList<HelpTopic> helpFor(const TextDiagnosis &reading, const Documentation &documentation);

//! The topics that are told in a few paragraphs, without the articles themselves.
QList<HelpTopic> shortTopics(const Documentation &documentation);

//! The topic of that id; null when there is none.
const HelpTopic *topicOf(const QString &id, const Documentation &documentation);

//! The ids of the rows that a person can read on the Help page, each with its words.
QSet<QString> idsReachableInHelp(const Documentation &documentation);

} // namespace relink
