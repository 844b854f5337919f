// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/integrationtable.h"

#include "core/ports/connectionstore.h"
#include "core/ports/integrationstore.h"
#include "core/rules/connectionname.h"
#include "services/connectiontable.h"
#include "services/providercatalogue.h"
#include "services/randomid.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

IntegrationTable::IntegrationTable(const Ports &ports, const ProviderCatalogue &catalogue,
                                   const ConnectionTable &connections, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_catalogue(catalogue)
    , m_connections(connections)
{
    connect(&connections, &ConnectionTable::removed, this, &IntegrationTable::connectionRemoved);
}

Result<Done> IntegrationTable::load()
{
    const qint64 foreignChanges = m_ports.connections.foreignChanges();
    Result<QList<Integration>> rows = m_ports.integrations.integrations();
    if (!rows)
        return rows.error();
    m_integrations = std::move(rows).value();
    m_integrations.removeIf([this](const Integration &integration) {
        return !m_connections.find(integration.accounting)
            || !m_connections.find(integration.other);
    });
    m_foreignChanges = foreignChanges;
    return Done {};
}

void IntegrationTable::reloadIfChanged()
{
    if (m_ports.connections.foreignChanges() == m_foreignChanges)
        return;
    const QList<Integration> before = m_integrations;
    if (load() && m_integrations != before)
        Q_EMIT changed();
}

PairHalf IntegrationTable::halfOf(const ConnectionId &id) const
{
    const Connection *connection = m_connections.find(id);
    const auto face = connection ? m_catalogue.face(connection->provider) : std::nullopt;
    return {id, connection ? connection->name : QString(), face ? face->category : QString()};
}

Result<Integration> IntegrationTable::add(const ConnectionId &one, const ConnectionId &another,
                                          const QString &name)
{
    std::optional<Integration> made = pairOf(halfOf(one), halfOf(another), name);
    if (!made) {
        return localError(code::invalidInput,
                          u"A pair is an accounting connection and a shop, marketplace or till."_s);
    }
    made->id = randomId();
    if (const auto problem = connectionNameProblem(made->name))
        return localError(code::invalidInput, *problem);
    const bool known = std::any_of(
        m_integrations.begin(), m_integrations.end(), [&made](const Integration &integration) {
            return integration.accounting == made->accounting && integration.other == made->other;
        });
    if (known)
        return localError(code::invalidInput, u"These two are a pair already."_s);
    if (const Result<Done> saved = m_ports.integrations.saveIntegration(*made); !saved)
        return saved.error();
    m_integrations.append(*made);
    Q_EMIT changed();
    return *made;
}

Result<Done> IntegrationTable::rename(const QString &id, const QString &name)
{
    const auto known = std::find_if(m_integrations.begin(), m_integrations.end(),
                                    [&id](const Integration &i) { return i.id == id; });
    if (known == m_integrations.end())
        return localError(code::invalidInput, u"This pair is there no more."_s);
    if (const auto problem = connectionNameProblem(name))
        return localError(code::invalidInput, *problem);
    Integration renamed = *known;
    renamed.name = name.trimmed();
    if (const Result<Done> saved = m_ports.integrations.saveIntegration(renamed); !saved)
        return saved;
    *known = renamed;
    Q_EMIT changed();
    return Done {};
}

Result<Done> IntegrationTable::remove(const QString &id)
{
    if (const Result<Done> removed = m_ports.integrations.removeIntegration(id); !removed)
        return removed;
    if (m_integrations.removeIf([&id](const Integration &i) { return i.id == id; }) > 0)
        Q_EMIT changed();
    return Done {};
}

void IntegrationTable::connectionRemoved(const ConnectionId &id)
{
    // Its row went with the connection's.
    if (m_integrations.removeIf([&id](const Integration &i) { return i.has(id); }) > 0)
        Q_EMIT changed();
}

} // namespace relink
