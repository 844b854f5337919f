// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>

#include <optional>

namespace relink {

class ConnectionListModel;

//! The rows that search and state filter leave, in the order of the screen. Follows the places
//! that ConnectionListModel gives its rows.
class ConnectionFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class State { All, NeedsYou, Active, Waiting };

    explicit ConnectionFilterModel(ConnectionListModel *source, QObject *parent = nullptr);

    void setSearch(const QString &text); //!< every word must occur somewhere
    void setState(State state);
    bool isFiltering() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ConnectionListModel *m_source;
    QStringList m_words;
    State m_state = State::All;
};

} // namespace relink
