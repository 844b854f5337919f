// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/doctorchecks.h"

#include "core/ports/secretstore.h"
#include "http/server.h"
#include "main/compositionroot.h"
#include "services/futures.h"
#include "storage/database.h"
#include "words/translate.h"
#include "words/words.h"

#include <QAbstractEventDispatcher>
#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>

namespace relink {

using namespace Qt::StringLiterals;
using cli::CheckLine;
using words::translate;

namespace {

QFuture<CheckLine> atOnce(CheckLine line)
{
    QPromise<CheckLine> promise;
    promise.start();
    promise.addResult(std::move(line));
    promise.finish();
    return promise.future();
}

QString stateSentence(KeychainState state)
{
    switch (state) {
    case KeychainState::Ready:
        return translate("Doctor", "The keychain is open.");
    case KeychainState::NoCollection:
        return translate("Doctor", "The keychain is running and has no keyring yet.");
    case KeychainState::Locked:
        return words::keychainSentence(KeychainReason::Locked);
    case KeychainState::NotAnswering:
        return words::keychainSentence(KeychainReason::NotAnswering);
    case KeychainState::Missing: {
        AuthError error = localError(code::keychainMissing);
        error.origin = ErrorOrigin::SecretStore;
        return words::failure(error, {});
    }
    }
    Q_UNREACHABLE();
}

QFuture<CheckLine> keychainState(SecretStore &secrets)
{
    return secrets.state().then([](KeychainState state) {
        const bool ok = state == KeychainState::Ready || state == KeychainState::NoCollection;
        return CheckLine {u"keychain"_s, ok, stateSentence(state)};
    });
}

//! Writes, reads back and removes an entry of its own; whatever fails is told.
class RoundTrip : public QObject
{
public:
    explicit RoundTrip(SecretStore &secrets)
        : m_secrets(secrets)
    {
        m_promise.start();
    }

    QFuture<CheckLine> start()
    {
        const QFuture<CheckLine> future = m_promise.future();
        whenDone(m_secrets.write(m_account, m_value), this, [this](Result<Done> written) {
            if (!written)
                return finish(written.error());
            whenDone(m_secrets.read(m_account), this,
                     [this](Result<std::optional<SecretBytes>> read) { compare(read); });
        });
        return future;
    }

private:
    void compare(const Result<std::optional<SecretBytes>> &read)
    {
        if (!read)
            return finish(read.error());
        if (*read != m_value)
            return finish(localError(code::keychainDamaged));
        whenDone(m_secrets.remove(m_account), this, [this](Result<Done> removed) {
            if (!removed)
                return finish(removed.error());
            whenDone(m_secrets.read(m_account), this,
                     [this](Result<std::optional<SecretBytes>> gone) {
                         if (!gone)
                             return finish(gone.error());
                         if (*gone)
                             return finish(localError(code::keychainFailed));
                         finish({});
                     });
        });
    }

    void finish(const std::optional<AuthError> &error)
    {
        CheckLine line {u"keychain_round_trip"_s, !error,
                        translate("Doctor", "An entry can be written, read and removed.")};
        if (error) {
            AuthError told = *error;
            told.origin = ErrorOrigin::SecretStore;
            line.text = words::failure(told, {});
        }
        m_promise.addResult(line);
        m_promise.finish();
        deleteLater();
    }

    SecretStore &m_secrets;
    const QString m_account
        = u"doctor-"_s % QString::number(QRandomGenerator::system()->generate64(), 16);
    const SecretBytes m_value {"{\"relink\":\"doctor\"}"};
    QPromise<CheckLine> m_promise;
};

QFuture<CheckLine> keychainRoundTrip(SecretStore &secrets)
{
    return (new RoundTrip(secrets))->start();
}

#ifdef Q_OS_LINUX
QFuture<CheckLine> eventLoop()
{
    // QtKeychain's jobs never end under another one.
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    const bool ok
        = dispatcher && qstrcmp(dispatcher->metaObject()->className(), "QEventDispatcherUNIX");
    return atOnce({u"keychain_event_loop"_s, ok,
                   ok ? translate("Doctor", "Nothing keeps the keychain’s answers from Relink.")
                      : translate("Doctor",
                                  "QT_NO_GLIB is set, so the keychain cannot answer. Remove it "
                                  "from the environment.")});
}
#endif

QFuture<CheckLine> loopback()
{
    http::Server server({}, [](const std::shared_ptr<http::Exchange> &) {});
    const bool ok = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    return atOnce({u"loopback"_s, ok,
                   ok ? translate("Doctor", "The browser’s answer can be received on 127.0.0.1.")
                      : translate("Doctor",
                                  "No port can be opened on 127.0.0.1 (%1), so the browser’s "
                                  "answer cannot be received.")
                            .arg(server.errorString())});
}

QFuture<CheckLine> databaseIntegrity(Database &database)
{
    QSqlQuery query(database.sql());
    QString found;
    if (query.exec(u"PRAGMA integrity_check(1)"_s) && query.next())
        found = query.value(0).toString();
    else
        found = query.lastError().text();
    const bool ok = found == "ok"_L1;
    QString text = ok
        ? translate("Doctor", "The database in %1 is in order.").arg(database.folder())
        : translate("Doctor", "The database in %1 is damaged: %2").arg(database.folder(), found);
    if (!database.damagedCopy().isEmpty()) {
        text += u' '
            % translate("Doctor", "A damaged one was moved to %1.").arg(database.damagedCopy());
    }
    return atOnce({u"database"_s, ok, text});
}

QFuture<CheckLine> browserLauncher()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return atOnce({u"browser"_s, true, translate("Doctor", "The system opens pages itself.")});
#else
    const QString program = QStandardPaths::findExecutable(u"xdg-open"_s);
    return atOnce({u"browser"_s, !program.isEmpty(),
                   program.isEmpty()
                       ? translate("Doctor",
                                   "xdg-open is not installed, so no browser can be started. "
                                   "Install xdg-utils, or use --no-browser.")
                       : translate("Doctor", "Pages are opened with %1.").arg(program)});
#endif
}

} // namespace

QList<cli::DoctorCheck> doctorChecks(CompositionRoot &root)
{
    SecretStore &secrets = root.secrets();
    Database &database = root.database();
    return {
        [&secrets] { return keychainState(secrets); },
#ifdef Q_OS_LINUX
        [] { return eventLoop(); },
#endif
        [&secrets] { return keychainRoundTrip(secrets); },
        [] { return loopback(); },
        [&database] { return databaseIntegrity(database); },
        [] { return browserLauncher(); },
    };
}

} // namespace relink
