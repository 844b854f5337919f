// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace relink::test {

//! Draws every page of every plan of the built-in recipes, each step once for each recipe. `shot`
//! takes a window and the name of its picture.
void drawWizardPages(const std::function<void(QWidget *, const QString &)> &shot);

} // namespace relink::test
