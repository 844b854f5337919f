// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/integrationtable.h"

#include "core/ports/connectionstore.h"
#include "core/ports/integrationstore.h"
#include "core/rules/caseless.h"
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

bool IntegrationTable::isPair(const QString &name) const
{
    return std::any_of(m_integrations.begin(), m_integrations.end(), [&name](const Integration &i) {
        return i.id == name || caseless(i.name) == caseless(name);
    });
}

Result<Done> IntegrationTable::checkName(const QString &name) const
{
    if (const auto problem = pairNameProblem(name))
        return localError(code::invalidInput, *problem);
    for (const Connection &connection : m_connections.all()) {
        if (caseless(connection.name) == caseless(name.trimmed())
            || connection.id.value == name.trimmed()) {
            return localError(code::invalidInput,
                              u"“%1” is a connection, so a pair cannot be named like it. Choose "
                              u"another name."_s.arg(connection.name));
        }
    }
    return Done {};
}

QString IntegrationTable::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; !checkName(name); ++number)
        name = wanted % u' ' % QString::number(number);
    return name;
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
    if (name.trimmed().isEmpty())
        made->name = freeName(made->name);
    if (const Result<Done> usable = checkName(made->name); !usable)
        return usable.error();
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
    if (const Result<Done> usable = checkName(name); !usable)
        return usable;
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
