// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "services/orphans.h"
#include "services/ports.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace relink {

class ConnectionTable;

//! Looks for orphans either way without reading a secret, and repairs nothing unasked.
class OrphanSearch : public QObject
{
    Q_OBJECT
public:
    OrphanSearch(const Ports &ports, ConnectionTable &table, QObject *parent = nullptr);

    //! None where the keychain cannot be asked for its names; an error where it is locked.
    QFuture<Result<Orphans>> find();
    //! Removes these items, as far as they still belong to nothing.
    QFuture<Result<Done>> remove(const QStringList &accounts);

private:
    Orphans judge(const QStringList &accounts);
    void removeNext(QStringList accounts, const std::function<void(Result<Done>)> &done);

    Ports m_ports;
    ConnectionTable &m_table;
};

} // namespace relink
