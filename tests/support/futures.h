// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QFuture>
#include <QTest>

namespace relink::test {

//! Waits for a call that completes with a Result; a call that never does fails with the code
//! `never_completed`, an abandoned one with `abandoned`.
template <typename T>
Result<T> outcomeOf(QFuture<Result<T>> future, int milliseconds = 10000)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, milliseconds))
        return localError("never_completed");
    if (future.resultCount() != 1)
        return localError("abandoned");
    return future.result();
}

//! The code of an error, `ok` for a value: what a row of a table can be compared with.
template <typename T>
QString codeOf(const Result<T> &result)
{
    return result.ok() ? QStringLiteral("ok") : result.error().code;
}

} // namespace relink::test
