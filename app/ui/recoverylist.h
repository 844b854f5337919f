// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connectionstate.h"
#include "core/model/ids.h"

#include <QListWidget>

namespace relink {

//! The connections of a recovery queue, each with its light, what is the matter, and how far it is.
class RecoveryList : public QListWidget
{
    Q_OBJECT
public:
    explicit RecoveryList(QWidget *parent = nullptr);

    struct Row
    {
        ConnectionId id;
        QString name;
        QString sentence; //!< provider, and what is the matter
        QString state; //!< "Skipped", …
        Light light = Light::Red;

        friend bool operator==(const Row &, const Row &) = default;
    };
    //! `current` is marked, without a signal.
    void setRows(const QList<Row> &rows, const std::optional<ConnectionId> &current);

Q_SIGNALS:
    //! The person went to it.
    void chosen(const relink::ConnectionId &id);

private:
    QList<Row> m_rows;
};

} // namespace relink
