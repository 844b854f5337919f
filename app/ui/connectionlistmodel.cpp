// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionlistmodel.h"

#include "core/rules/areas.h"
#include "core/rules/light.h"
#include "core/rules/pairing.h"
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

void ConnectionListModel::setHalfFinished(
    std::function<bool(const ConnectionId &id)> isHalfFinished)
{
    m_isHalfFinished = std::move(isHalfFinished);
    m_halfFinished.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {HalfFinishedRole});
}

bool ConnectionListModel::isHalfFinished(const ConnectionId &id) const
{
    if (!m_isHalfFinished)
        return false;
    auto known = m_halfFinished.constFind(id);
    if (known == m_halfFinished.cend())
        known = m_halfFinished.insert(id, m_isHalfFinished(id));
    return *known;
}

ConnectionListModel::Row ConnectionListModel::rowFor(const Connection &connection) const
{
    return {groupOf(connection.state), lightFor(connection.state), connection.name.toCaseFolded()};
}

ConnectionListModel::Row ConnectionListModel::rowFor(const Integration &integration) const
{
    Row row = rowFor(worse(integration));
    row.sortKey = integration.name.toCaseFolded();
    return row;
}

const Connection &ConnectionListModel::worse(const Integration &integration) const
{
    const Connection &accounting = m_connections.at(rowOf(integration.accounting));
    const Connection &other = m_connections.at(rowOf(integration.other));
    return &worseOf(accounting.state, other.state) == &other.state ? other : accounting;
}

void ConnectionListModel::setIntegrations(const QList<Integration> &integrations)
{
    const int first = connectionCount();
    if (!m_pairs.isEmpty()) {
        beginRemoveRows({}, first, int(m_rows.size()) - 1);
        m_pairs.clear();
        m_rows.resize(first);
        endRemoveRows();
    }
    QList<Integration> whole;
    for (const Integration &integration : integrations) {
        if (rowOf(integration.accounting) >= 0 && rowOf(integration.other) >= 0)
            whole.append(integration);
    }
    if (whole.isEmpty())
        return;
    beginInsertRows({}, first, first + int(whole.size()) - 1);
    m_pairs = whole;
    for (const Integration &integration : std::as_const(m_pairs))
        m_rows.append(rowFor(integration));
    endInsertRows();
}

void ConnectionListModel::dropPairsWithout(const ConnectionId &id)
{
    for (int i = int(m_pairs.size()) - 1; i >= 0; --i) {
        if (!m_pairs.at(i).has(id))
            continue;
        const int row = connectionCount() + i;
        beginRemoveRows({}, row, row);
        m_pairs.removeAt(i);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void ConnectionListModel::setConnections(QList<Connection> connections)
{
    beginResetModel();
    m_connections = std::move(connections);
    m_places.clear();
    m_pairs.clear();
    m_rows.clear();
    m_rows.reserve(m_connections.size());
    for (const Connection &connection : std::as_const(m_connections))
        m_rows.append(rowFor(connection));
    endResetModel();
}

void ConnectionListModel::put(const Connection &connection)
{
    const int row = rowOf(connection.id);
    if (row < 0)
        return add({connection});
    m_connections[row] = connection;
    m_halfFinished.remove(connection.id);
    Q_EMIT dataChanged(index(row), index(row));
    for (int i = 0; i < m_pairs.size(); ++i) {
        if (m_pairs.at(i).has(connection.id)) {
            const QModelIndex pair = index(connectionCount() + i);
            Q_EMIT dataChanged(pair, pair);
        }
    }
}

void ConnectionListModel::add(const QList<Connection> &connections)
{
    QList<Connection> fresh;
    QList<Row> rows;
    for (const Connection &connection : connections) {
        if (rowOf(connection.id) >= 0)
            continue;
        fresh.append(connection);
        rows.append(rowFor(connection));
    }
    if (fresh.isEmpty())
        return;
    const int first = connectionCount();
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    // Before the pairs.
    m_rows = m_rows.first(first) + rows + m_rows.sliced(first);
    m_connections += fresh;
    m_places.clear();
    endInsertRows();
}

void ConnectionListModel::remove(const ConnectionId &id)
{
    dropPairsWithout(id);
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_connections.removeAt(row);
    m_places.clear();
    m_rows.removeAt(row);
    endRemoveRows();
}

void ConnectionListModel::reorder()
{
    if (m_rows.isEmpty())
        return;
    for (int row = 0; row < m_rows.size(); ++row) {
        const Integration *pair = integrationAt(row);
        m_rows[row] = pair ? rowFor(*pair) : rowFor(m_connections.at(row));
    }
    Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {GroupRole, LightRole});
}

const Connection *ConnectionListModel::at(int row) const
{
    if (const Integration *pair = integrationAt(row))
        return &worse(*pair);
    return row >= 0 && row < m_connections.size() ? &m_connections.at(row) : nullptr;
}

const Integration *ConnectionListModel::integrationAt(int row) const
{
    const int pair = row - connectionCount();
    return pair >= 0 && pair < m_pairs.size() ? &m_pairs.at(pair) : nullptr;
}

int ConnectionListModel::rowOf(const ConnectionId &id) const
{
    if (m_places.isEmpty()) {
        for (int i = 0; i < m_connections.size(); ++i)
            m_places.insert(m_connections.at(i).id, i);
    }
    return m_places.value(id, -1);
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
    return idAt(a) < idAt(b);
}

QString ConnectionListModel::idAt(int row) const
{
    const Integration *pair = integrationAt(row);
    return pair ? pair->id : m_connections.at(row).id.value;
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

//! Where a pair differs from its worse side.
QVariant ConnectionListModel::pairData(const Integration &integration, int role) const
{
    const Connection &accounting = m_connections.at(rowOf(integration.accounting));
    const Connection &other = m_connections.at(rowOf(integration.other));
    const Connection &shown = worse(integration);
    switch (role) {
    case Qt::DisplayRole:
        return plainText(integration.name);
    case Qt::ToolTipRole: {
        const auto line = [this](const Connection &side) {
            return QString(plainText(side.name) % u" – " % words::statusWord(side.state) % u": "
                           % words::reason(side, face(side.provider).name, m_now()));
        };
        const QString text
            = plainText(integration.name) % u'\n' % line(other) % u'\n' % line(accounting);
        return plainToolTip(text);
    }
    case Qt::AccessibleTextRole:
        //: A pair's name, its two sides, and how the worse one stands
        return tr("%1, pair of %2 and %3. %4")
            .arg(plainText(integration.name), plainText(other.name), plainText(accounting.name),
                 words::accessibleRow(shown, face(shown.provider).name, m_now()));
    case IdRole:
        return integration.id;
    case ProviderNameRole:
        //: The providers of a pair
        return tr("%1 and %2").arg(face(other.provider).name, face(accounting.provider).name);
    case MonogramRole:
        return face(other.provider).monogram;
    case SecondMonogramRole:
        return face(accounting.provider).monogram;
    case SearchRole:
        return QString(integration.name.toCaseFolded() % u'\n' % searchText(other) % u'\n'
                       % searchText(accounting));
    case MarkedRole:
        return isMarked(other) || isMarked(accounting);
    case RowReasonRole:
        if (lightFor(shown.state) == Light::Green) {
            for (const Connection *side : {&other, &accounting}) {
                if (isMarked(*side)) {
                    return tr("%1: %2").arg(
                        plainText(side->name),
                        words::rowReason(*side, face(side->provider).name, m_now()));
                }
            }
            return QVariant();
        }
        //: Which side of a pair, and what is the matter with it
        return tr("%1: %2").arg(plainText(shown.name),
                                words::rowReason(shown, face(shown.provider).name, m_now()));
    default:
        return {};
    }
}

QVariant ConnectionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const Integration *pair = integrationAt(index.row());
    if (pair) {
        if (const QVariant value = pairData(*pair, role); value.isValid())
            return value;
    }
    const Connection &connection = pair ? worse(*pair) : m_connections.at(index.row());
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
        if (isHalfFinished(connection.id))
            return tr("Enter shows the details, Ctrl+R goes on with the reconnect that was begun, "
                      "the Menu key shows what can be done.");
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
    case MarkedRole:
        return isMarked(connection);
    case HalfFinishedRole:
        return isHalfFinished(connection.id);
    default:
        return {};
    }
}

} // namespace relink
