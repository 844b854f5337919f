// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QSet>

#include <functional>
#include <memory>

namespace relink {

//! Futures that other threads fulfil. The thread this is made on is the one that asks and is
//! answered; futures still open at its end are left without an answer: whoever waited for them may
//! be gone.
class Answers
{
public:
    Answers() = default;
    ~Answers()
    {
        // Both finishing and dropping a promise run its continuation, and Qt 6.4 asserts when the
        // context of that one is gone, as it usually is by now. So these are kept till the very
        // end.
        static auto *const unanswered = new QList<std::shared_ptr<void>>;
        unanswered->append(m_open.values());
    }
    Q_DISABLE_COPY_MOVE(Answers)

    //! A future, and what any thread calls with its result, once and before the end of this.
    template <typename T>
    std::pair<QFuture<Result<T>>, std::function<void(Result<T>)>> open()
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_open.insert(promise);
        const auto answer = [this, promise](Result<T> result) {
            QMetaObject::invokeMethod(&m_caller, [this, promise, result = std::move(result)] {
                m_open.remove(promise);
                promise->addResult(result);
                promise->finish();
            });
        };
        return {promise->future(), answer};
    }

private:
    QObject m_caller; //!< stands for the thread that is answered
    QSet<std::shared_ptr<void>> m_open; //!< promises not answered yet; used on that thread only
};

} // namespace relink
