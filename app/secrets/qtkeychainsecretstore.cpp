// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/qtkeychainsecretstore.h"

#include "secrets/chunkeditems.h"
#include "secrets/secretserviceitems.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QPointer>
#include <QPromise>
#include <QStringView>
#include <QTimer>

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(logSecrets, "relink.secrets", QtInfoMsg)

bool storable(const SecretBytes &value)
{
    const QByteArray &bytes = value.reveal();
    // A raw line break can destroy a keyring without password; a NUL ends the text early.
    return !bytes.isEmpty() && !bytes.contains('\n') && !bytes.contains('\r')
        && !bytes.contains('\0') && QUtf8StringView(bytes).isValidUtf8()
        && !looksLikeManifest(value);
}

template <typename T>
QFuture<T> ready(const T &value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

} // namespace

struct QtKeychainSecretStore::Call
{
    std::function<void()> start;
    std::function<void(const AuthError &)> fail; //!< does nothing once the call is settled
    bool settled = false;
    bool watched = false;
    QElapsedTimer made;
};

QtKeychainSecretStore::QtKeychainSecretStore(const QString &service, const KeychainOptions &options,
                                             QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_options(options)
    , m_items(std::make_unique<KeychainItems>(service, options.probeTimeout))
    , m_values(std::make_unique<ChunkedItems>(*m_items, options.chunkBytes))
{}

QtKeychainSecretStore::~QtKeychainSecretStore() = default;

template <typename T>
QFuture<Result<T>> QtKeychainSecretStore::enqueue(Work<T> work)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto call = std::make_shared<Call>();
    const std::weak_ptr<Call> weak = call; // what the call holds must not hold the call
    const auto settle = [promise, weak](const Result<T> &result) {
        const auto self = weak.lock();
        if (!self || std::exchange(self->settled, true))
            return;
        promise->addResult(result);
        promise->finish();
    };
    call->fail = [settle](const AuthError &error) { settle(error); };
    call->start = [this, weak, settle, work = std::move(work)] {
        work([this, weak, settle](const Result<T> &result) {
            const auto self = weak.lock();
            if (!self)
                return;
            if (self->settled) {
                qCInfo(logSecrets, "late answer of the keychain: %s",
                       result ? "done" : qPrintable(result.error().code));
            }
            const QPointer<QtKeychainSecretStore> guard(this);
            settle(result);
            if (guard)
                finished(self);
        });
    };
    call->made.start();
    const auto future = promise->future();
    m_queue.push_back(call);
    if (m_stuck)
        watch(call, m_options.watchdog);
    else if (m_queue.size() == 1)
        startNext();
    return future;
}

void QtKeychainSecretStore::startNext()
{
    const auto call = m_queue.front();
    watch(call, m_options.watchdog);
    call->start();
}

void QtKeychainSecretStore::finished(const std::shared_ptr<Call> &call)
{
    Q_ASSERT(call == m_queue.front());
    m_queue.pop_front();
    m_stuck = false;
    if (m_queue.empty())
        Q_EMIT idle();
    else
        startNext();
}

void QtKeychainSecretStore::watch(const std::shared_ptr<Call> &call,
                                  std::chrono::milliseconds remaining)
{
    if (std::exchange(call->watched, true))
        return;
    QTimer::singleShot(std::max(remaining, 0ms), this, [this, weak = std::weak_ptr(call)] {
        const auto self = weak.lock();
        if (self && !self->settled)
            giveUp(self);
    });
}

void QtKeychainSecretStore::giveUp(const std::shared_ptr<Call> &call)
{
    if (call == m_queue.front()) {
        m_stuck = true;
        for (const auto &waiting : m_queue) {
            const std::chrono::milliseconds waited(waiting->made.elapsed());
            watch(waiting, m_options.watchdog - waited);
        }
    } else {
        std::erase(m_queue, call);
    }
    call->fail(keychainError(code::keychainNotAnswering));
}

QFuture<Result<std::optional<SecretBytes>>> QtKeychainSecretStore::read(const QString &account)
{
    return enqueue<std::optional<SecretBytes>>(
        [this, account](auto callback) { m_values->read(account, std::move(callback)); });
}

QFuture<Result<Done>> QtKeychainSecretStore::write(const QString &account, const SecretBytes &value)
{
    if (!storable(value)) {
        return ready<Result<Done>>(
            keychainError(code::keychainFailed, u"not one line of UTF-8 text"_s));
    }
    return enqueue<Done>([this, account, value](auto callback) {
        m_values->write(account, value, std::move(callback));
    });
}

QFuture<Result<Done>> QtKeychainSecretStore::remove(const QString &account)
{
    return enqueue<Done>(
        [this, account](auto callback) { m_values->remove(account, std::move(callback)); });
}

QFuture<KeychainState> QtKeychainSecretStore::state()
{
    if (secretServiceRole() != SecretServiceRole::Decides)
        return ready(KeychainState::Ready);
    // libsecret's answers arrive through GLib's main context alone.
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    if (!dispatcher || !dispatcher->inherits("QEventDispatcherGlib"))
        return ready(KeychainState::NotAnswering);
    const auto promise = std::make_shared<QPromise<KeychainState>>();
    promise->start();
    m_items->askState([promise](const SecretServiceAnswer &answer) {
        promise->addResult(answer.state);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<std::optional<QStringList>>> QtKeychainSecretStore::accounts()
{
    using Answer = Result<std::optional<QStringList>>;
    if (secretServiceRole() != SecretServiceRole::Decides)
        return ready(Answer(std::optional<QStringList>()));
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const auto answer = [promise](const Answer &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenListable([this, answer](const std::optional<AuthError> &error) {
        if (error)
            return answer(*error);
        askSecretServiceItems(m_service, m_options.probeTimeout, this,
                              [answer](const Result<QStringList> &names) {
                                  if (!names)
                                      return answer(names.error());
                                  QStringList found;
                                  for (const QString &name : *names)
                                      found.append(accountOfChunk(name));
                                  found.removeDuplicates();
                                  answer(std::optional<QStringList>(found));
                              });
    });
    return promise->future();
}

void QtKeychainSecretStore::whenListable(
    const std::function<void(const std::optional<AuthError> &)> &then)
{
    m_items->askState([then](const SecretServiceAnswer &answer) {
        switch (answer.state) {
        case KeychainState::Ready:
        case KeychainState::NoCollection:
            return then(std::nullopt);
        case KeychainState::Locked:
            return then(keychainError(code::keychainLocked));
        case KeychainState::Missing:
            return then(keychainError(code::keychainMissing, answer.detail));
        case KeychainState::NotAnswering:
            return then(keychainError(code::keychainNotAnswering, answer.detail));
        }
    });
}

} // namespace relink
