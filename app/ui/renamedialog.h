// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "ui/surroundings.h"

#include <QDialog>

class QLineEdit;

namespace relink {

class TextLabel;

//! "Rename".
class RenameDialog : public QDialog
{
    Q_OBJECT
public:
    RenameDialog(const Surroundings &surroundings, const Connection &connection,
                 QWidget *parent = nullptr);

private:
    void rename();

    const Surroundings &m_surroundings;
    ConnectionId m_id;
    QLineEdit *m_name;
    TextLabel *m_problem;
};

} // namespace relink
