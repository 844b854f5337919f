// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace relink {

//! One call on the session bus. `handler` gets the reply or the error once, and never after `asker`
//! is gone.
template <typename... Types, typename Handler>
void sendCall(QObject *asker, const QDBusMessage &message, int milliseconds, Handler handler)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(message, milliseconds), asker);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, asker, [watcher, handler] {
        watcher->deleteLater();
        handler(QDBusPendingReply<Types...>(*watcher));
    });
}

} // namespace relink
