// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "ui/surroundings.h"

#include <QDialog>

class QListWidget;

namespace relink {

//! Asks which connection is meant, for an act that was chosen before the connection was. It deletes
//! itself once it is closed.
class ConnectionChooser : public QDialog
{
    Q_OBJECT
public:
    //! `act` is the label of its button: "Reconnect…".
    ConnectionChooser(const Surroundings &surroundings, const QString &title,
                      const QList<Connection> &connections, const QString &act,
                      QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const relink::ConnectionId &id);

private:
    void choose();

    QListWidget *m_list;
};

} // namespace relink
