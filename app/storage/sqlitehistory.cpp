// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sqlitehistory.h"

#include "storage/database.h"

namespace relink {

using namespace Qt::StringLiterals;

//! Lives on the thread; opens the file when it is first needed, and again after a failure.
class SqliteHistory::Worker : public QObject
{
public:
    Worker(ConnectionSpec spec, HistoryLimits limits, std::shared_ptr<RemovedConnections> removed)
        : m_spec(std::move(spec))
        , m_limits(limits)
        , m_removed(std::move(removed))
    {}

    Result<Done> append(const HistoryEvent &event)
    {
        if (auto opened = open(); !opened)
            return opened;
        auto stored = storeEvent(m_connection->database(), event, *m_removed);
        if (stored)
            trim();
        return stored;
    }

    Result<QList<HistoryEvent>> query(const HistoryQuery &query)
    {
        if (auto opened = open(); !opened)
            return opened.error();
        return findEvents(m_connection->database(), query);
    }

    Result<Done> removeNote(qint64 id)
    {
        if (auto opened = open(); !opened)
            return opened;
        return relink::removeNote(m_connection->database(), id);
    }

    void close() { m_connection.reset(); }

private:
    Result<Done> open()
    {
        if (m_connection)
            return Done {};
        auto connection = SqlConnection::open(m_spec);
        if (!connection)
            return connection.error();
        m_connection = std::move(connection).value();
        return Done {};
    }

    //! Counting costs, so it is done once a batch; until then the table may be one batch over.
    void trim()
    {
        if (--m_untilTrim > 0)
            return;
        auto left = trimEvents(m_connection->database(), m_limits);
        m_untilTrim = left && *left > m_limits.events ? 1 : m_limits.batch;
    }

    ConnectionSpec m_spec;
    HistoryLimits m_limits;
    std::shared_ptr<RemovedConnections> m_removed;
    std::unique_ptr<SqlConnection> m_connection;
    int m_untilTrim = 1;
};

SqliteHistory::SqliteHistory(const Database &database, HistoryLimits limits)
    : m_worker(std::make_unique<Worker>(database.spec(), limits, database.removed()))
{
    m_thread.setObjectName(u"history"_s);
    m_worker->moveToThread(&m_thread);
}

SqliteHistory::~SqliteHistory()
{
    if (!m_thread.isRunning())
        return;
    // Behind everything that was asked for before it.
    QMetaObject::invokeMethod(m_worker.get(), [this] {
        m_worker->close();
        m_thread.quit();
    });
    m_thread.wait();
}

template <typename T>
QFuture<Result<T>> SqliteHistory::onThread(std::function<Result<T>(Worker &)> work)
{
    if (!m_thread.isRunning())
        m_thread.start();
    auto [future, answer] = m_answers.open<T>();
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, answer = std::move(answer), work = std::move(work)] { answer(work(*m_worker)); });
    return future;
}

QFuture<Result<Done>> SqliteHistory::append(const HistoryEvent &event)
{
    return onThread<Done>([event](Worker &worker) { return worker.append(event); });
}

QFuture<Result<QList<HistoryEvent>>> SqliteHistory::query(const HistoryQuery &query)
{
    return onThread<QList<HistoryEvent>>([query](Worker &worker) { return worker.query(query); });
}

QFuture<Result<Done>> SqliteHistory::removeNote(qint64 id)
{
    return onThread<Done>([id](Worker &worker) { return worker.removeNote(id); });
}

} // namespace relink
