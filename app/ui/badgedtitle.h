// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

class QLayout;
class QWidget;

namespace relink {

//! A title with room for the TEST badge beside it.
QLayout *badgedTitle(QWidget *title);

//! Shows the badge in the title of a dialog about a connection in Test Mode, and hides it else.
void showEnvironment(QWidget *dialog, Environment environment);

} // namespace relink
