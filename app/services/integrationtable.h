// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/integration.h"
#include "core/result.h"
#include "core/rules/pairing.h"
#include "services/ports.h"

#include <QList>
#include <QObject>

namespace relink {

class ConnectionTable;
class ProviderCatalogue;

//! The pairs in memory, kept in step with their store and with the connections they are made of.
class IntegrationTable : public QObject
{
    Q_OBJECT
public:
    IntegrationTable(const Ports &ports, const ProviderCatalogue &catalogue,
                     const ConnectionTable &connections, QObject *parent = nullptr);

    Result<Done> load();
    void reloadIfChanged();

    //! Is this the name, without regard to case, or the id of a pair?
    bool isPair(const QString &name) const;
    //! Those whose connections are both there.
    const QList<Integration> &all() const { return m_integrations; }

    //! `invalid_input` unless one is an accounting connection and the other a shop, marketplace or
    //! till, for a pair that there is already, and for a name that a connection has. An empty name
    //! is suggested.
    Result<Integration> add(const ConnectionId &one, const ConnectionId &another,
                            const QString &name);
    Result<Done> rename(const QString &id, const QString &name);
    Result<Done> remove(const QString &id);

Q_SIGNALS:
    void changed();

private:
    void connectionRemoved(const ConnectionId &id);
    PairHalf halfOf(const ConnectionId &id) const;
    Result<Done> checkName(const QString &name) const;
    QString freeName(const QString &wanted) const;

    Ports m_ports;
    const ProviderCatalogue &m_catalogue;
    const ConnectionTable &m_connections;
    QList<Integration> m_integrations;
    qint64 m_foreignChanges = 0;
};

} // namespace relink
