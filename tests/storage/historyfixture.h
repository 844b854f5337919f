// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/profile.h"
#include "storage/sqlitehistory.h"

namespace relink::test {

inline QDateTime at(int seconds)
{
    return QDateTime::fromMSecsSinceEpoch(1'770'000'000'000 + seconds * 1000LL, Qt::UTC);
}

inline HistoryEvent failure(int seconds, const QString &connection = QStringLiteral("a"))
{
    HistoryEvent e;
    e.time = at(seconds);
    e.connection.value = connection;
    e.connectionName = QStringLiteral("Name of ") + connection;
    e.provider = QStringLiteral("p");
    e.errorClass = ErrorClass::Network;
    e.code = QStringLiteral("offline");
    return e;
}

inline HistoryEvent recovery(int seconds, const QString &connection = QStringLiteral("a"))
{
    HistoryEvent e = failure(seconds, connection);
    e.kind = HistoryKind::Recovery;
    e.errorClass.reset();
    e.code.clear();
    return e;
}

//! A migrated profile with its history, and calls that wait for their answer.
class Fixture
{
public:
    explicit Fixture(HistoryLimits limits = {})
        : database(profile.ready())
        , history(*database, limits)
    {}

    Result<Done> append(const HistoryEvent &event) { return await(history.append(event)); }
    QList<HistoryEvent> find(const HistoryQuery &query = {})
    {
        return await(history.query(query)).value();
    }

    const Profile profile;
    std::unique_ptr<Database> database;
    SqliteHistory history;
};

inline QList<int> secondsOf(const QList<HistoryEvent> &events)
{
    QList<int> list;
    for (const HistoryEvent &event : events)
        list.append(int(at(0).secsTo(event.time)));
    return list;
}

} // namespace relink::test
