// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/secretstore.h"
#include "secrets/keyringcontrol.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTest>
#include <QTimer>
#include <QUuid>

namespace relink::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The services' shape of an account: random, nothing else.
inline QString newAccount()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

inline const auto testService = u"relink-test"_s;

//! Waits for a future in the event loop; false when it did not complete in time. Not qWaitFor():
//! that sleeps 10 ms after every step, and one keychain call has many.
template <typename T>
bool completes(const QFuture<T> &future, std::chrono::milliseconds limit = 15s)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    if (!future.isFinished())
        loop.exec();
    return future.isFinished();
}

//! The error's code, "" for success, "?" for a call that never completed or was cancelled.
template <typename T>
QString codeOf(const QFuture<Result<T>> &future)
{
    if (!completes(future) || future.resultCount() != 1)
        return u"?"_s;
    const Result<T> result = future.result();
    if (result.ok())
        return {};
    return result.error().origin == ErrorOrigin::SecretStore ? result.error().code
                                                             : u"wrong origin"_s;
}

//! The stored value, "(absent)", or the error's code in brackets.
inline QByteArray stored(SecretStore &store, const QString &account)
{
    const auto future = store.read(account);
    const QString code = codeOf(future);
    if (!code.isEmpty())
        return QString(u'(' + code + u')').toUtf8();
    const auto value = future.result().value();
    return value ? value->reveal() : "(absent)";
}

inline QString write(SecretStore &store, const QString &account, const QByteArray &value)
{
    return codeOf(store.write(account, SecretBytes(value)));
}

inline QString remove(SecretStore &store, const QString &account)
{
    return codeOf(store.remove(account));
}

//! The accounts that have an item, sorted; an error's code in brackets, "(unknown)" for null.
inline QStringList accountsOf(SecretStore &store)
{
    const auto future = store.accounts();
    const QString code = codeOf(future);
    if (!code.isEmpty())
        return {u'(' + code + u')'};
    QStringList accounts = future.result().value().value_or(QStringList {u"(unknown)"_s});
    accounts.sort();
    return accounts;
}

inline KeychainState stateOf(SecretStore &store)
{
    const auto future = store.state();
    return completes(future) && future.resultCount() == 1 ? future.result()
                                                          : KeychainState::NotAnswering;
}

} // namespace relink::test

namespace QTest {

template <>
inline char *toString(const relink::KeychainState &state)
{
    static constexpr const char *names[]
        = {"Ready", "Locked", "NoCollection", "Missing", "NotAnswering"};
    return qstrdup(names[int(state)]);
}

} // namespace QTest
