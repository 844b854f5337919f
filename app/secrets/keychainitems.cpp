// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainitems.h"

#include "secrets/libsecretsession.h"

namespace relink {

using namespace Qt::StringLiterals;

KeychainItems::KeychainItems(const QString &service, std::chrono::milliseconds probeTimeout,
                             QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_probe(probeTimeout)
{}

template <typename Job, typename Handler>
void KeychainItems::run(Job *job, const QString &account, Handler handler)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
#ifdef Q_OS_WIN
    // The Credential Manager knows an item by its key alone.
    job->setKey(m_service + u'/' + account);
#else
    job->setKey(account);
#endif
    // Single shot: on KWallet a deletion finishes twice before QtKeychain 0.15.
    connect(
        job, &QKeychain::Job::finished, this, [job, handler] { handler(*job); },
        Qt::SingleShotConnection);
    job->start();
}

void KeychainItems::ask(const QString &account, SecretServiceProbe::Callback callback)
{
    if (secretServiceRole() != SecretServiceRole::Absent)
        return m_probe.ask(m_service, account, std::move(callback));
    SecretServiceAnswer answer;
    answer.state = KeychainState::Ready;
    callback(answer);
}

void KeychainItems::askState(SecretServiceProbe::Callback callback)
{
    m_probe.ask(m_service, {}, std::move(callback));
}

void KeychainItems::explain(const QString &account, const QKeychain::Job &job, Attempt attempt,
                            std::function<void()> retry,
                            std::function<void(const AuthError &)> callback)
{
    const QKeychain::Error error = job.error();
    const QString text = job.errorString();
    ask(account, [=](const SecretServiceAnswer &answer) {
        const AuthError verdict = judgeError(secretServiceRole(), answer, error, text);
        // The keychain is well and the call failed: its daemon may be another than before.
        if (verdict.is(code::keychainFailed) && attempt == Attempt::First
            && forgetLibsecretSession())
            retry();
        else
            callback(verdict);
    });
}

void KeychainItems::read(const QString &account, ReadCallback callback)
{
    read(account, Attempt::First, std::move(callback));
}

void KeychainItems::read(const QString &account, Attempt attempt, ReadCallback callback)
{
    const auto again = [=, this] { read(account, Attempt::Second, callback); };
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    run(job, account, [=, this](const QKeychain::ReadPasswordJob &finished) {
        if (finished.error() == QKeychain::NoError) {
            callback(std::optional(SecretBytes(finished.binaryData())));
            return;
        }
        if (finished.error() != QKeychain::EntryNotFound) {
            explain(account, finished, attempt, again, callback);
            return;
        }
        ask(account, [=](const SecretServiceAnswer &answer) {
            const Result<bool> present = judgeAbsence(secretServiceRole(), answer);
            if (!present)
                callback(present.error());
            else if (!*present)
                callback(std::optional<SecretBytes>());
            else if (attempt == Attempt::First)
                again(); // stored or unlocked between the two questions
            else
                callback(keychainError(code::keychainDamaged, u"the item holds no text"_s));
        });
    });
}

void KeychainItems::write(const QString &account, const SecretBytes &value, DoneCallback callback)
{
    write(account, value, Attempt::First, std::move(callback));
}

void KeychainItems::write(const QString &account, const SecretBytes &value, Attempt attempt,
                          DoneCallback callback)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(QString::fromUtf8(value.reveal()));
    run(job, account, [=, this](const QKeychain::WritePasswordJob &finished) {
        if (finished.error() != QKeychain::NoError) {
            const auto again = [=, this] { write(account, value, Attempt::Second, callback); };
            explain(account, finished, attempt, again, callback);
            return;
        }
        // KWallet's path reports success whatever happened.
        read(account, [value, callback](const Result<std::optional<SecretBytes>> &stored) {
            if (!stored)
                callback(stored.error());
            else if (*stored != value)
                callback(keychainError(code::keychainFailed, u"not stored as written"_s));
            else
                callback(Done {});
        });
    });
}

void KeychainItems::remove(const QString &account, DoneCallback callback)
{
    remove(account, Attempt::First, std::move(callback));
}

void KeychainItems::remove(const QString &account, Attempt attempt, DoneCallback callback)
{
    const auto again = [=, this] { remove(account, Attempt::Second, callback); };
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    run(job, account, [=, this](const QKeychain::DeletePasswordJob &finished) {
        if (finished.error() != QKeychain::NoError
            && finished.error() != QKeychain::EntryNotFound) {
            explain(account, finished, attempt, again, callback);
            return;
        }
        ask(account, [=](const SecretServiceAnswer &answer) {
            const Result<bool> present = judgeAbsence(secretServiceRole(), answer);
            if (!present)
                callback(present.error());
            else if (!*present)
                callback(Done {});
            else if (attempt == Attempt::First)
                again();
            else
                callback(keychainError(code::keychainFailed, u"the item is still there"_s));
        });
    });
}

} // namespace relink
