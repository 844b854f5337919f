// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace relink::sandbox {

//! Public keys that assertions are verified with (RFC 7518 3), and the practice pair of each
//! provider, which is made when it is first asked for.
class Keys
{
public:
    //! False when the text is no public key.
    bool add(const QString &provider, const QByteArray &publicKeyPem);
    //! The private half of the newest practice pair, PEM.
    QByteArray practiceKey(const QString &provider, const QString &algorithm);
    //! Every key that is known for the provider is over.
    void withdraw(const QString &provider);
    void restore(const QString &provider);
    //! Raw signature, as a JWT has it, by one of the provider's keys.
    bool verify(const QString &provider, const QString &algorithm, const QByteArray &message,
                const QByteArray &signature) const;

private:
    QMap<QString, QList<QByteArray>> m_public; //!< by provider
    QMap<QString, QList<QByteArray>> m_withdrawn;
    QMap<QString, QByteArray> m_practice; //!< by provider and kind of key
};

} // namespace relink::sandbox
