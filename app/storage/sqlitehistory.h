// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/history.h"
#include "storage/answers.h"
#include "storage/historytable.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace relink {

class Database;

//! History on a thread and a database connection of its own, started with the first call. The
//! database must be migrated by then, but need not outlive it. The thread it is made on is the
//! one that calls and is answered; the destructor stores all that was
//! appended before it returns, and leaves futures that are still open without an answer:
//! whoever waited for them may be gone.
class SqliteHistory : public History
{
public:
    explicit SqliteHistory(const Database &database, HistoryLimits limits = {});
    ~SqliteHistory() override;
    Q_DISABLE_COPY_MOVE(SqliteHistory)

    QFuture<Result<Done>> append(const HistoryEvent &event) override;
    QFuture<Result<QList<HistoryEvent>>> query(const HistoryQuery &query) override;
    QFuture<Result<Done>> removeNote(qint64 id) override;

private:
    class Worker;
    template <typename T>
    QFuture<Result<T>> onThread(std::function<Result<T>(Worker &)> work);

    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
    Answers m_answers;
};

} // namespace relink
