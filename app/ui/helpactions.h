// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "ui/surroundings.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace relink {

class ConnectionActions;

//! What the menu Help and the topics offer for a connection that is not chosen yet: the one that is
//! meant is found, or asked for.
class HelpActions : public QObject
{
    Q_OBJECT
public:
    //! Dialogs belong to `window`.
    HelpActions(const Surroundings &surroundings, ConnectionActions *actions, QWidget *window);

    void fillMenu(QMenu *menu);
    //! The only red connection, else the one that is chosen among the red ones, or among all.
    void reconnect();

Q_SIGNALS:
    void topicsRequested();

private:
    using Act = std::function<void(const Connection &)>;
    //! The selected connection or the only one; else asks.
    void forOne(const QString &title, const QString &label, const Act &act);
    void ask(const QString &title, const QList<Connection> &among, const QString &label,
             const Act &act);

    const Surroundings &m_surroundings;
    ConnectionActions *m_actions;
    QWidget *m_window;
};

} // namespace relink
