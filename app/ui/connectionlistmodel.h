// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/integration.h"
#include "core/model/providerface.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>

#include <functional>

namespace relink {

//! The connections as rows, and after them the pairs that some of them make, shown by their worse
//! side; in any order: ConnectionFilterModel brings them into the order of the
//! screen. Where a row stands is decided by reorder() and by its arrival alone, so that a row
//! whose light changes does not jump under the mouse.
class ConnectionListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, //!< QString
        ConnectionRole, //!< const Connection *; valid until the model changes; of a pair the worse
        ProviderNameRole,
        MonogramRole,
        SecondMonogramRole, //!< of a pair; else empty
        GroupRole, //!< int, what needs the merchant first; as of the last reorder()
        LightRole, //!< int(Light), as of the last reorder(): what the state filter goes by
        SearchRole, //!< folded name, provider and organisation
        ReasonRole, //!< the sentence beside the light, whole
        RowReasonRole, //!< as much of it as a row has room for
        MarkedRole, //!< bool: green, and something that it is used for is refused
        HalfFinishedRole, //!< bool: a guided reconnect waits to go on
    };
    using FaceOf = std::function<ProviderFace(const QString &provider)>;
    using Now = std::function<QDateTime()>;

    ConnectionListModel(FaceOf faceOf, Now now, QObject *parent = nullptr);

    //! Tells whether a guided reconnect was left; asked once for each row that shows it. Called
    //! again to ask anew.
    void setHalfFinished(std::function<bool(const ConnectionId &id)> isHalfFinished);

    void setConnections(QList<Connection> connections);
    void setIntegrations(const QList<Integration> &integrations);
    //! Changes the row of the same id, or adds one.
    void put(const Connection &connection);
    //! Those that are not there yet, all at once.
    void add(const QList<Connection> &connections);
    void remove(const ConnectionId &id);
    //! Gives every row the place that its present state deserves.
    void reorder();

    const Connection *at(int row) const; //!< of a pair the worse side
    const Integration *integrationAt(int row) const; //!< null for a single connection
    //! Rows of single connections; those of pairs follow.
    int connectionCount() const { return int(m_connections.size()); }
    int rowOf(const ConnectionId &id) const; //!< -1 when there is none
    const ProviderFace &face(const QString &provider) const;
    QDateTime now() const { return m_now(); }
    //! True when row `a` stands before row `b` on the screen.
    bool before(int a, int b) const;
    bool isHalfFinished(const ConnectionId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    //! What the place of a connection goes by.
    struct Row
    {
        int group = 0;
        Light light = Light::Neutral;
        QString sortKey; //!< folded name
    };
    Row rowFor(const Connection &connection) const;
    Row rowFor(const Integration &integration) const;
    const Connection &worse(const Integration &integration) const;
    QString searchText(const Connection &connection) const;
    QVariant pairData(const Integration &integration, int role) const;
    QString idAt(int row) const;
    void dropPairsWithout(const ConnectionId &id);

    QList<Connection> m_connections;
    QList<Integration> m_pairs; //!< whose connections are both there
    QList<Row> m_rows; //!< of the connections, then of the pairs
    FaceOf m_faceOf;
    Now m_now;
    std::function<bool(const ConnectionId &id)> m_isHalfFinished;
    mutable QHash<ConnectionId, bool> m_halfFinished;
    mutable QHash<QString, ProviderFace> m_faces;
    mutable QHash<ConnectionId, int> m_places; //!< made when asked for; empty after a change
};

} // namespace relink

Q_DECLARE_METATYPE(const relink::Connection *)
