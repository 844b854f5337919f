// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "ui/surroundings.h"

#include <QDialog>

class QPushButton;

namespace relink {

class ConnectionForm;
class InlineMessage;

//! "Edit": the same form as for a new connection. Stored secrets are not shown; an empty field
//! keeps them.
class EditDialog : public QDialog
{
    Q_OBJECT
public:
    EditDialog(const Surroundings &surroundings, const Connection &connection,
               QWidget *parent = nullptr);

private:
    QWidget *makeContent(const Connection &connection);
    void update();

    const Surroundings &m_surroundings;
    ConnectionId m_id;
    QString m_providerName;
    bool m_running = false;
    InlineMessage *m_message;
    ConnectionForm *m_form;
    QPushButton *m_update;
    QPushButton *m_cancel;
};

} // namespace relink
