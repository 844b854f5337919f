// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/credential.h"
#include "core/result.h"
#include "services/ports.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace relink {

//! Credentials in the keychain, one item a connection. Reads lazily and keeps what it read until
//! the connection changes; writes only what changed. A pair whose write failed is kept in memory
//! and written again (R57): the old one is worth nothing any more.
class CredentialVault : public QObject
{
    Q_OBJECT
public:
    explicit CredentialVault(const Ports &ports, QObject *parent = nullptr);

    //! The connection's credential. When a secret was stored but the keychain has none, the error
    //! is `entry_missing` (R72), never an empty credential.
    QFuture<Result<Credential>> read(const Connection &connection);
    //! The same, past the memory: another process may have written.
    QFuture<Result<Credential>> readAgain(const Connection &connection);
    QFuture<Result<Done>> write(const Connection &connection, const Credential &credential);
    //! For what the provider has already changed: a failed write is tried again until it succeeds,
    //! and until then the credential stays in memory.
    QFuture<Result<Done>> writeRenewed(const Connection &connection, const Credential &credential);
    //! Item and pending item, both gone. What is not there is done.
    QFuture<Result<Done>> remove(const Connection &connection);

    //! The account of the credential that waits for Save + Continue.
    static QString pendingAccount(const Connection &connection);
    //! The credential that waits for Save + Continue.
    QFuture<Result<std::optional<Credential>>> readPending(const Connection &connection);
    QFuture<Result<Done>> writePending(const Connection &connection, const Credential &credential);
    QFuture<Result<Done>> removePending(const Connection &connection);

    bool isBusy() const { return m_writing > 0 || !m_unsaved.isEmpty(); }
    //! True when a renewed pair could not be written yet: quitting now would lose it.
    bool hasUnsaved() const { return !m_unsaved.isEmpty(); }

Q_SIGNALS:
    void unsavedChanged(bool unsaved);

private:
    void retryUnsaved();

    Ports m_ports;
    QHash<QString, Credential> m_known; //!< by secret account
    QHash<QString, Credential> m_unsaved;
    QTimer m_retry;
    int m_writing = 0;
};

} // namespace relink
