// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <QDialog>

namespace relink {

//! Before a pasted error goes into the history of a connection: exactly what would be kept, and the
//! question. It stores nothing itself.
class SaveErrorDialog : public QDialog
{
    Q_OBJECT
public:
    SaveErrorDialog(const Connection &connection, const QString &kept, QWidget *parent = nullptr);
};

} // namespace relink
