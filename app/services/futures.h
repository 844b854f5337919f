// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QFuture>
#include <QPointer>
#include <QPromise>

#include <memory>

namespace relink {

//! The giving side of a QFuture<Result<T>>: complete it once; later completions are ignored.
//! Copies share one promise, and a promise that nobody completed counts as cancelled.
template <typename T>
class Completion
{
public:
    Completion()
        : m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
    }
    QFuture<Result<T>> future() const { return m_promise->future(); }
    void operator()(Result<T> result) const
    {
        // Kept alive: the continuation may drop the object that holds this completion.
        const std::shared_ptr<QPromise<Result<T>>> promise = m_promise;
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(result));
        promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

template <typename T>
QFuture<Result<T>> completed(Result<T> result)
{
    const Completion<T> completion;
    completion(std::move(result));
    return completion.future();
}

//! Calls `then` with the result on the context's thread, unless the context is gone by then. A
//! future that was abandoned yields `fallback`, so that every wait ends.
template <typename T, typename F>
void whenDone(QFuture<T> future, QObject *context, T fallback, F &&then)
{
    future.then(QtFuture::Launch::Sync,
                [guard = QPointer<QObject>(context), fallback = std::move(fallback),
                 then = std::forward<F>(then)](QFuture<T> done) mutable {
                    if (!guard)
                        return;
                    T value = done.isCanceled() || done.resultCount() == 0 ? std::move(fallback)
                                                                           : done.result();
                    QMetaObject::invokeMethod(
                        guard.data(), [then = std::move(then), value = std::move(value)]() mutable {
                            then(std::move(value));
                        });
                });
}

template <typename T, typename F>
void whenDone(QFuture<Result<T>> future, QObject *context, F &&then)
{
    whenDone(std::move(future), context, Result<T>(localError(code::cancelled)),
             std::forward<F>(then));
}

} // namespace relink
