// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QHBoxLayout;
class QPushButton;

namespace relink {

//! A line with one button at its begin. The words of a flat one stand where text beside it begins,
//! its edge further out.
QHBoxLayout *leftAligned(QPushButton *button);

} // namespace relink
