// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/historyevent.h"
#include "core/model/pastederror.h"
#include "core/result.h"
#include "core/rules/reduce.h"
#include "services/ports.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <functional>

namespace relink {

//! The connections in memory, in step with their rows. The only place that applies reduce(): it
//! stores what changed, writes the history and tells who listens.
class ConnectionTable : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionTable(const Ports &ports, QObject *parent = nullptr);

    Result<Done> load();
    void reloadIfChanged();

    const QList<Connection> &all() const { return m_connections; }
    const Connection *find(const ConnectionId &id) const;

    //! Tells which names pairs have; none without.
    void setPairNames(std::function<bool(const QString &name)> isPair)
    {
        m_isPair = std::move(isPair);
    }
    //! A name that no other connection has, and no pair; `invalid_input` says which one has it.
    Result<Done> checkName(const QString &name, const ConnectionId &except = {}) const;
    //! The wanted name, or the wanted name with the next free number.
    QString freeName(const QString &wanted) const;
    Result<Done> insert(const Connection &connection);
    Result<Done> update(const Connection &connection);
    Result<Done> remove(const ConnectionId &id);

    //! Opens an attempt. One activity at a time: its id makes replies of a former one stale.
    AttemptId begin(const ConnectionId &id, Activity activity);
    //! What of the event is to be done by others is answered.
    QList<Effect> apply(const ConnectionId &id, const Event &event, HistoryStage stage,
                        const QString &action);
    //! A failure that leaves the state as it is: an attempt at something new went wrong.
    void recordFailure(const ConnectionId &id, HistoryStage stage, const QString &action,
                       const AuthError &error, const Diagnosis &diagnosis);
    //! What happened elsewhere and was pasted here. Known to be resolved where the light is green.
    QFuture<Result<Done>> recordPasted(const ConnectionId &id, const PastedError &pasted);
    //! What the named probes of a working connection told. `ids` are all that there are for it.
    void reportAreas(const ConnectionId &id, const QList<AreaReport> &reports,
                     const QStringList &ids);
    //! Takes marks away, and their failures count as resolved. `why` is the cause of that line.
    Result<Done> clearAreas(const ConnectionId &id,
                            const std::function<bool(const AreaReport &)> &which,
                            const QString &why);
    void recordChange(const ConnectionId &id, HistoryStage stage, const QString &action);
    //! A line of the change diary, of noteEvent().
    QFuture<Result<Done>> recordNote(const HistoryEvent &note);
    QFuture<Result<Done>> removeNote(const HistoryEvent &note);

    //! A person renewed the access, against the failure that stands or the one that is named.
    void recordRenewal(const ConnectionId &id, std::optional<ErrorClass> against = {});

    AttemptId newAttempt() { return {++m_lastAttempt}; }

Q_SIGNALS:
    void added(const relink::ConnectionId &id);
    void changed(const relink::ConnectionId &id);
    void removed(const relink::ConnectionId &id);
    void historyChanged(const relink::ConnectionId &id);
    void storageTrouble(const QString &detail);

private:
    Connection *findMutable(const ConnectionId &id);
    bool wasRemovedElsewhere(const ConnectionId &id) const;
    Result<Done> persist(const Connection &connection);
    void record(HistoryEvent event);
    //! What was asked of the history, with those told who listen.
    QFuture<Result<Done>> told(QFuture<Result<Done>> asked, const ConnectionId &id);
    HistoryEvent eventFor(const Connection &connection, HistoryStage stage,
                          const QString &action) const;
    void tellStorage(const Result<Done> &result);

    Ports m_ports;
    QList<Connection> m_connections;
    mutable QHash<ConnectionId, qsizetype> m_places; //!< where in the list; checked at each use
    qint64 m_foreignChanges = 0;
    quint64 m_lastAttempt = 0;
    bool m_storageTroubled = false;
    std::function<bool(const QString &name)> m_isPair;
};

} // namespace relink
