// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <initializer_list>

class QDialog;
class QPushButton;
class QScrollArea;
class QVBoxLayout;
class QWidget;

namespace relink {

//! The bar at the foot of a dialog: something on the left (may be null), buttons on the right.
QWidget *makeFooter(QWidget *left, std::initializer_list<QPushButton *> buttons);

//! Gives a dialog its window title as the heading, a soft line below it (empty: none) and its
//! footer. The content goes into what is returned.
QVBoxLayout *frameDialog(QDialog *dialog, const QString &subtitle,
                         std::initializer_list<QPushButton *> buttons);

//! A form that may be taller than the dialog, without a frame of its own.
QScrollArea *makeFormScroll(QWidget *form);

} // namespace relink
