// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/historyevent.h"
#include "core/result.h"
#include "ui/connectionlistmodel.h"

#include <QAbstractTableModel>
#include <QFuture>

namespace relink {

//! The error history, newest first, fetched a page at a time as it is scrolled.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, ConnectionColumn, EventColumn, CountColumn, ColumnCount };
    using Query = std::function<QFuture<Result<QList<HistoryEvent>>>(const HistoryQuery &)>;
    //! The name that a connection has now; empty when it is gone.
    using NameOf = std::function<QString(const ConnectionId &connection)>;
    //! Whether a connection is in Test Mode now.
    using IsTest = std::function<bool(const ConnectionId &connection)>;

    HistoryModel(Query query, ConnectionListModel::FaceOf faceOf, ConnectionListModel::Now now,
                 QObject *parent = nullptr);

    //! Without it, and of connections that are gone, the name they had then is shown.
    void setNameOf(NameOf nameOf) { m_nameOf = std::move(nameOf); }
    //! Without it no row has the TEST badge.
    void setIsTest(IsTest isTest) { m_isTest = std::move(isTest); }
    //! What is wanted; paging members are ignored. Starts anew.
    void setQuery(const HistoryQuery &query);
    void reload();
    const HistoryEvent *at(int row) const;
    QString providerName(const HistoryEvent &event) const;
    QString connectionName(const HistoryEvent &event) const;
    bool isTest(const HistoryEvent &event) const;
    bool isLoading() const { return m_loading; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    //! A page arrived, or could not be read (`error` not empty).
    void loaded(const QString &error);

private:
    void fetch(bool first);

    Query m_ask;
    ConnectionListModel::FaceOf m_faceOf;
    ConnectionListModel::Now m_now;
    NameOf m_nameOf;
    IsTest m_isTest;
    mutable QHash<QString, QString> m_names;
    HistoryQuery m_query;
    QList<HistoryEvent> m_events;
    bool m_loading = false;
    bool m_complete = true;
    quint64 m_generation = 0; //!< answers to an older question are dropped
};

} // namespace relink
