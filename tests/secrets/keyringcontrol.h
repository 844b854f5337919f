// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDBusObjectPath>
#include <QMap>
#include <QString>

namespace relink::test {

//! The other side of the keyring: what the person, another program or a fault does to the daemon
//! on this session bus. Blocking; for tests that run inside tests/support/with-keyring.
class KeyringControl
{
public:
    using Attributes = QMap<QString, QString>;

    static bool lock();
    //! Unlocks as a login does: a new daemon with the password takes over from the old one.
    static bool unlock();
    static bool isLocked();
    static qint64 daemonPid();
    //! Sends the daemon a signal, e.g. SIGSTOP.
    static bool signalDaemon(int signal);

    //! Objects of all items that carry these attributes, locked or not.
    static QList<QDBusObjectPath> search(const Attributes &attributes);
    static QList<QDBusObjectPath> search(const QString &service, const QString &account);
    static Attributes attributesOf(const QDBusObjectPath &item);
    static QString labelOf(const QDBusObjectPath &item);
    //! Needs an unlocked keyring.
    static QByteArray secretOf(const QDBusObjectPath &item);
    //! Another program's item. Without a `type` QtKeychain does not see it.
    static bool plant(const QString &service, const QString &account, const QByteArray &secret,
                      const QString &type = QStringLiteral("plaintext"));
    static QString keyringFolder();
};

} // namespace relink::test
