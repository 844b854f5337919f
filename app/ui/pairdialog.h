// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/integration.h"
#include "ui/surroundings.h"

#include <QDialog>

class QListWidget;

namespace relink {

class InputFieldEditor;
class TextLabel;

//! Ties a connection to the one it works with: which, and what the pair is called.
class PairDialog : public QDialog
{
    Q_OBJECT
public:
    PairDialog(const Surroundings &surroundings, const Connection &connection,
               QWidget *parent = nullptr);
    //! Only its name.
    PairDialog(const Surroundings &surroundings, const Integration &pair,
               QWidget *parent = nullptr);

private:
    void build(const QString &title, const QString &subtitle, const QString &act);
    void store();

    const Surroundings &m_surroundings;
    ConnectionId m_one;
    QString m_pair; //!< id; empty while none is made
    QListWidget *m_partners = nullptr;
    InputFieldEditor *m_name = nullptr;
    TextLabel *m_problem = nullptr;
};

} // namespace relink
