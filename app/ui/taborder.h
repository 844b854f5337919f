// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

class QWidget;

namespace relink {

//! Lets the Tab key follow what the eye sees where parts of a page come and go: the controls of
//! `area` from top to bottom, then those `after` it.
void orderTabsByPlace(QWidget *area, const QList<QWidget *> &after);

} // namespace relink
