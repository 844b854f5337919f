// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <initializer_list>

class QPushButton;
class QScrollArea;
class QWidget;

namespace relink {

//! The bar at the foot of a dialog: something on the left (may be null), buttons on the right.
QWidget *makeFooter(QWidget *left, std::initializer_list<QPushButton *> buttons);

//! A form that may be taller than the dialog, without a frame of its own.
QScrollArea *makeFormScroll(QWidget *form);

} // namespace relink
