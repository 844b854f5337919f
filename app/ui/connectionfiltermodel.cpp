// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionfiltermodel.h"

#include "ui/connectionlistmodel.h"

#include <algorithm>

namespace relink {

ConnectionFilterModel::ConnectionFilterModel(ConnectionListModel *source, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_source(source)
{
    // The proxy re-sorts a row only when one of these roles changes: reorder() says so.
    setSortRole(ConnectionListModel::GroupRole);
    setFilterRole(ConnectionListModel::LightRole);
    setSourceModel(source);
    setDynamicSortFilter(true);
    sort(0);
}

void ConnectionFilterModel::setSearch(const QString &text)
{
    m_words = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void ConnectionFilterModel::setState(State state)
{
    m_state = state;
    invalidateFilter();
}

bool ConnectionFilterModel::isFiltering() const
{
    return !m_words.isEmpty() || m_state != State::All;
}

bool ConnectionFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const QModelIndex index = m_source->index(row);
    const auto light = Light(index.data(ConnectionListModel::LightRole).toInt());
    switch (m_state) {
    case State::All:
        break;
    case State::NeedsYou:
        if (light != Light::Red)
            return false;
        break;
    case State::Active:
        if (light != Light::Green)
            return false;
        break;
    case State::Waiting:
        if (light != Light::Neutral)
            return false;
        break;
    }
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(ConnectionListModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

bool ConnectionFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return m_source->before(left.row(), right.row());
}

} // namespace relink
