// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"

#include <QJsonArray>

namespace relink {

//! Adds the topics of the help to a documentation whose articles are read already: a topic may show
//! a whole article, or take a row for a paragraph. Empty, or what is wrong with them.
QString parseHelpTopics(const QJsonArray &topics, Documentation &documentation);

} // namespace relink
