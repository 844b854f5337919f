// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpactions.h"

#include "core/rules/light.h"
#include "services/connectionmanager.h"
#include "ui/connectionactions.h"
#include "ui/connectionchooser.h"

#include <QAction>
#include <QMenu>

namespace relink {

HelpActions::HelpActions(const Surroundings &surroundings, ConnectionActions *actions,
                         QWidget *window)
    : QObject(window)
    , m_surroundings(surroundings)
    , m_actions(actions)
    , m_window(window)
{}

void HelpActions::fillMenu(QMenu *menu)
{
    const auto add = [this, menu](const char *objectName, const QString &text, auto &&act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1StringView(objectName));
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add("helpTopicsAction", tr("&Help topics"), [this] {
        Q_EMIT topicsRequested();
    })->setShortcut(QKeySequence(Qt::Key_F1));
    menu->addSeparator();
    add("helpReconnectAction", tr("Reconnect a &connection…"), [this] { reconnect(); });
    add("helpForgetTokenAction", tr("Forget an access &token and ask again…"), [this] {
        forOne(tr("Forget an access token"), tr("&Forget and ask again"),
               [this](const Connection &meant) { m_actions->forgetTokenOf(meant); });
    });
    menu->addSeparator();
    add("helpContactAction", tr("Contact &support…"), [this] {
        forOne(tr("Contact support"), tr("Contact &support…"),
               [this](const Connection &meant) { m_actions->contactSupportOf(meant); });
    });
}

void HelpActions::reconnect()
{
    QList<Connection> red;
    for (const Connection &each : m_surroundings.manager.connections()) {
        if (lightFor(each.state) == Light::Red)
            red += each;
    }
    const auto act = [this](const Connection &meant) { m_actions->reconnectOne(meant); };
    if (red.size() == 1)
        return act(red.first());
    ask(tr("Reconnect a connection"), red.isEmpty() ? m_surroundings.manager.connections() : red,
        tr("&Reconnect…"), act);
}

void HelpActions::forOne(const QString &title, const QString &label, const Act &act)
{
    if (const auto selected = m_actions->usable())
        return act(*selected);
    const QList<Connection> all = m_surroundings.manager.connections();
    if (all.size() == 1)
        return act(all.first());
    ask(title, all, label, act);
}

void HelpActions::ask(const QString &title, const QList<Connection> &among, const QString &label,
                      const Act &act)
{
    auto *dialog = new ConnectionChooser(m_surroundings, title, among, label, m_window);
    connect(dialog, &ConnectionChooser::chosen, this, [this, act](const ConnectionId &id) {
        if (const auto connection = m_surroundings.manager.connection(id))
            act(*connection);
    });
    dialog->open();
}

} // namespace relink
