// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/secretstore.h"
#include "services/futures.h"

#include <QMap>

#include <functional>

namespace relink::test {

//! A keychain in memory. `trouble` makes every call fail with that code; `held` leaves writes
//! unanswered until release().
class FakeSecretStore : public SecretStore
{
public:
    QFuture<Result<std::optional<SecretBytes>>> read(const QString &account) override
    {
        ++reads;
        using Answer = Result<std::optional<SecretBytes>>;
        if (trouble)
            return completed(Answer(error()));
        const auto found = items.constFind(account);
        return completed(found == items.cend() ? Answer(std::optional<SecretBytes>())
                                               : Answer(std::optional<SecretBytes>(*found)));
    }
    QFuture<Result<Done>> write(const QString &account, const SecretBytes &value) override
    {
        ++writes;
        if (trouble || writeTrouble)
            return completed(Result<Done>(error()));
        noKeyring = false;
        if (!held) {
            items.insert(account, value);
            if (afterWrite)
                afterWrite(account);
            return completed(Result<Done>(Done {}));
        }
        const Completion<Done> done;
        waiting.append([this, done, account, value] {
            items.insert(account, value);
            done(Done {});
        });
        return done.future();
    }
    QFuture<Result<Done>> remove(const QString &account) override
    {
        if (trouble)
            return completed(Result<Done>(error()));
        items.remove(account);
        return completed(Result<Done>(Done {}));
    }
    QFuture<KeychainState> state() override
    {
        QPromise<KeychainState> promise;
        promise.start();
        promise.addResult(
            !trouble ? (noKeyring ? KeychainState::NoCollection : KeychainState::Ready)
                : QLatin1StringView(trouble) == QLatin1StringView(code::keychainMissing)
                ? KeychainState::Missing
                : QLatin1StringView(trouble) == QLatin1StringView(code::keychainDenied)
                ? KeychainState::Ready
                : KeychainState::Locked);
        promise.finish();
        return promise.future();
    }
    QFuture<Result<std::optional<QStringList>>> accounts() override
    {
        using Answer = Result<std::optional<QStringList>>;
        if (trouble)
            return completed(Answer(error()));
        return completed(listable ? Answer(std::optional<QStringList>(items.keys()))
                                  : Answer(std::optional<QStringList>()));
    }
    void release()
    {
        held = false;
        for (const auto &answer : std::exchange(waiting, {}))
            answer();
    }

    QMap<QString, SecretBytes> items;
    const char *trouble = nullptr;
    const char *writeTrouble = nullptr;
    std::function<void(const QString &)> afterWrite; //!< what happens once an item is written
    bool noKeyring = false; //!< until something is written
    bool held = false;
    bool listable = true; //!< accounts() can say what there is
    int reads = 0;
    int writes = 0;

private:
    AuthError error() const
    {
        AuthError e = localError(trouble ? trouble : writeTrouble);
        e.origin = ErrorOrigin::SecretStore;
        return e;
    }
    QList<std::function<void()>> waiting;
};

} // namespace relink::test
