// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionlistmodel.h"

#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "ui/plaintooltip.h"
#include "words/rowwords.h"
#include "words/words.h"

namespace relink {

namespace {

//! Red first, then ending soon, then the rest.
int groupOf(const ConnectionState &state)
{
    if (lightFor(state) == Light::Red)
        return 0;
    return state.health == Health::ExpiringSoon ? 1 : 2;
}

} // namespace

ConnectionListModel::ConnectionListModel(FaceOf faceOf, Now now, QObject *parent)
    : QAbstractListModel(parent)
    , m_faceOf(std::move(faceOf))
    , m_now(std::move(now))
{}

ConnectionListModel::Row ConnectionListModel::rowFor(const Connection &connection) const
{
    return {groupOf(connection.state), lightFor(connection.state), connection.name.toCaseFolded()};
}

void ConnectionListModel::setConnections(QList<Connection> connections)
{
    beginResetModel();
    m_connections = std::move(connections);
    m_rows.clear();
    m_rows.reserve(m_connections.size());
    for (const Connection &connection : std::as_const(m_connections))
        m_rows.append(rowFor(connection));
    endResetModel();
}

void ConnectionListModel::put(const Connection &connection)
{
    const int row = rowOf(connection.id);
    if (row < 0) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
        m_connections.append(connection);
        m_rows.append(rowFor(connection));
        endInsertRows();
        return;
    }
    m_connections[row] = connection;
    Q_EMIT dataChanged(index(row), index(row));
}

void ConnectionListModel::remove(const ConnectionId &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_connections.removeAt(row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void ConnectionListModel::reorder()
{
    if (m_rows.isEmpty())
        return;
    for (int row = 0; row < m_rows.size(); ++row)
        m_rows[row] = rowFor(m_connections.at(row));
    Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {GroupRole, LightRole});
}

const Connection *ConnectionListModel::at(int row) const
{
    return row >= 0 && row < m_connections.size() ? &m_connections.at(row) : nullptr;
}

int ConnectionListModel::rowOf(const ConnectionId &id) const
{
    for (int i = 0; i < m_connections.size(); ++i) {
        if (m_connections.at(i).id == id)
            return i;
    }
    return -1;
}

const ProviderFace &ConnectionListModel::face(const QString &provider) const
{
    auto it = m_faces.find(provider);
    if (it == m_faces.end()) {
        ProviderFace face = m_faceOf(provider);
        face.name = plainText(face.name, 60);
        if (face.name.isEmpty())
            face.name = plainText(provider, 60);
        face.monogram = plainText(face.monogram, 8);
        if (face.monogram.isEmpty())
            face.monogram = face.name.left(2);
        it = m_faces.insert(provider, face);
    }
    return *it;
}

bool ConnectionListModel::before(int a, int b) const
{
    const Row &left = m_rows.at(a);
    const Row &right = m_rows.at(b);
    if (left.group != right.group)
        return left.group < right.group;
    const int order = QString::localeAwareCompare(left.sortKey, right.sortKey);
    if (order != 0)
        return order < 0;
    return m_connections.at(a).id < m_connections.at(b).id;
}

int ConnectionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString ConnectionListModel::searchText(const Connection &connection) const
{
    const QString text = connection.name % u'\n' % face(connection.provider).name % u'\n'
        % connection.organisation.name % u'\n' % connection.via;
    return text.toCaseFolded();
}

QVariant ConnectionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const Connection &connection = m_connections.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return plainText(connection.name);
    case Qt::ToolTipRole: {
        const QString text = plainText(connection.name) % u'\n'
            % words::statusWord(connection.state) % u": "
            % words::reason(connection, face(connection.provider).name, m_now());
        return plainToolTip(text);
    }
    case Qt::AccessibleTextRole:
        return words::accessibleRow(connection, face(connection.provider).name, m_now());
    case Qt::AccessibleDescriptionRole:
        return connection.state.health == Health::Connected
            ? tr("Enter shows the details, the Menu key what can be done.")
            : tr("Enter shows the details, Ctrl+R reconnects, the Menu key shows what can be "
                 "done.");
    case IdRole:
        return connection.id.value;
    case ConnectionRole:
        return QVariant::fromValue(&connection);
    case ProviderNameRole:
        return face(connection.provider).name;
    case MonogramRole:
        return face(connection.provider).monogram;
    case GroupRole:
        return row.group;
    case LightRole:
        return int(row.light);
    case SearchRole:
        return searchText(connection);
    case ReasonRole:
        return words::reason(connection, face(connection.provider).name, m_now());
    case RowReasonRole:
        return words::rowReason(connection, face(connection.provider).name, m_now());
    default:
        return {};
    }
}

} // namespace relink
