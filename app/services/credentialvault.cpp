// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/credentialvault.h"

#include "core/ports/secretstore.h"
#include "core/rules/credentialformat.h"
#include "services/futures.h"

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto retryPause = 5s;

AuthError entryMissing()
{
    AuthError error = localError("entry_missing");
    error.origin = ErrorOrigin::SecretStore;
    return error;
}

} // namespace

QString CredentialVault::pendingAccount(const Connection &connection)
{
    return connection.secretAccount + u".pending"_s;
}

CredentialVault::CredentialVault(const Ports &ports, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryPause);
    connect(&m_retry, &QTimer::timeout, this, &CredentialVault::retryUnsaved);
}

QFuture<Result<Credential>> CredentialVault::read(const Connection &connection)
{
    if (const auto known = m_known.constFind(connection.secretAccount); known != m_known.cend())
        return completed(Result<Credential>(*known));
    return readAgain(connection);
}

QFuture<Result<Credential>> CredentialVault::readAgain(const Connection &connection)
{
    // What could not be saved yet is newer than anything the keychain holds.
    if (const auto unsaved = m_unsaved.constFind(connection.secretAccount);
        unsaved != m_unsaved.cend()) {
        return completed(Result<Credential>(*unsaved));
    }
    const Completion<Credential> done;
    whenDone(m_ports.secrets.read(connection.secretAccount), this,
             [this, done, account = connection.secretAccount,
              hasSecret = connection.hasSecret](Result<std::optional<SecretBytes>> bytes) {
                 if (!bytes)
                     return done(bytes.error());
                 if (!bytes->has_value())
                     return done(hasSecret ? Result<Credential>(entryMissing()) : Credential {});
                 Result<Credential> credential = parseCredential(**bytes);
                 if (credential)
                     m_known.insert(account, *credential);
                 done(std::move(credential));
             });
    return done.future();
}

QFuture<Result<Done>> CredentialVault::write(const Connection &connection,
                                             const Credential &credential)
{
    const QString account = connection.secretAccount;
    const Completion<Done> done;
    ++m_writing;
    whenDone(m_ports.secrets.write(account, serializeCredential(credential)), this,
             [this, done, account, credential](Result<Done> written) {
                 --m_writing;
                 if (written) {
                     m_known.insert(account, credential);
                     if (m_unsaved.remove(account) > 0 && m_unsaved.isEmpty())
                         Q_EMIT unsavedChanged(false);
                 }
                 done(std::move(written));
             });
    return done.future();
}

QFuture<Result<Done>> CredentialVault::writeRenewed(const Connection &connection,
                                                    const Credential &credential)
{
    const QString account = connection.secretAccount;
    const Completion<Done> done;
    whenDone(write(connection, credential), this,
             [this, done, account, credential](Result<Done> written) {
                 if (!written) {
                     m_known.insert(account, credential);
                     const bool first = m_unsaved.isEmpty();
                     m_unsaved.insert(account, credential);
                     m_retry.start();
                     if (first)
                         Q_EMIT unsavedChanged(true);
                 }
                 done(std::move(written));
             });
    return done.future();
}

void CredentialVault::retryUnsaved()
{
    for (auto it = m_unsaved.cbegin(); it != m_unsaved.cend(); ++it) {
        Connection connection;
        connection.secretAccount = it.key();
        writeRenewed(connection, it.value());
        return; // one at a time; its outcome starts the timer again
    }
}

QFuture<Result<Done>> CredentialVault::remove(const Connection &connection)
{
    const Completion<Done> done;
    ++m_writing;
    whenDone(m_ports.secrets.remove(connection.secretAccount), this,
             [this, done, connection](Result<Done> removed) {
                 --m_writing;
                 if (!removed)
                     return done(std::move(removed));
                 m_known.remove(connection.secretAccount);
                 m_unsaved.remove(connection.secretAccount);
                 whenDone(removePending(connection), this,
                          [done](Result<Done> pending) { done(std::move(pending)); });
             });
    return done.future();
}

QFuture<Result<std::optional<Credential>>>
CredentialVault::readPending(const Connection &connection)
{
    const Completion<std::optional<Credential>> done;
    whenDone(m_ports.secrets.read(pendingAccount(connection)), this,
             [done](Result<std::optional<SecretBytes>> bytes) {
                 if (!bytes)
                     return done(bytes.error());
                 if (!bytes->has_value())
                     return done(std::optional<Credential>());
                 const Result<Credential> credential = parseCredential(**bytes);
                 if (!credential)
                     return done(credential.error());
                 done(std::optional<Credential>(*credential));
             });
    return done.future();
}

QFuture<Result<Done>> CredentialVault::writePending(const Connection &connection,
                                                    const Credential &credential)
{
    const Completion<Done> done;
    ++m_writing;
    whenDone(m_ports.secrets.write(pendingAccount(connection), serializeCredential(credential)),
             this, [this, done](Result<Done> written) {
                 --m_writing;
                 done(std::move(written));
             });
    return done.future();
}

QFuture<Result<Done>> CredentialVault::removePending(const Connection &connection)
{
    return m_ports.secrets.remove(pendingAccount(connection));
}

} // namespace relink
