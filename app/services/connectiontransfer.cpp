// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/connectiontransfer.h"

#include "core/rules/caseless.h"
#include "core/rules/enteredaddresses.h"
#include "core/rules/pairing.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "services/randomid.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

Connection draftOf(const ExportedConnection &entry)
{
    Connection draft;
    draft.id.value = randomId();
    draft.secretAccount = randomId();
    draft.name = entry.name;
    draft.provider = entry.provider;
    draft.via = entry.via;
    draft.environment = entry.environment;
    draft.authMethod = entry.authMethod;
    draft.inputs = entry.inputs;
    draft.organisation = entry.organisation;
    draft.createdAt = entry.createdAt;
    return draft;
}

//! Is a connection here the one that was exported, beyond its name? Only then a pair of the other
//! computer is a pair here.
bool isSurelySame(const Connection &here, const ExportedConnection &exported)
{
    return here.provider == exported.provider && here.environment == exported.environment
        && here.organisation.id == exported.organisation.id
        && (!here.organisation.id.isEmpty() || here.inputs == exported.inputs);
}

//! Ties the pairs of a document to what its sides are here.
class PairPlanner
{
public:
    PairPlanner(const ConnectionManager &manager, const QList<Connection> &adding)
        : m_manager(manager)
    {
        for (const Connection &connection : manager.connections())
            m_here.insert(caseless(connection.name), connection);
        for (const Connection &draft : adding)
            m_added.insert(caseless(draft.name), draft);
        for (const Integration &pair : manager.integrations())
            m_known.insert({pair.accounting, pair.other});
    }

    void plan(const ConnectionExport &document, ImportPlan &plan)
    {
        QHash<QString, const ExportedConnection *> entries;
        for (const ExportedConnection &entry : document.connections)
            entries.insert(caseless(entry.name), &entry);
        for (const ExportedPair &pair : document.pairs) {
            const auto one = sideFor(*entries.value(caseless(pair.one)));
            const auto another = sideFor(*entries.value(caseless(pair.another)));
            if (!one || !another) {
                plan.unpaired.append({pair, one ? another.error() : one.error()});
                continue;
            }
            auto made = pairOf(halfOf(*one), halfOf(*another), pair.name);
            if (!made) {
                plan.unpaired.append({pair, PairLoss::NoPair});
            } else if (m_known.contains({made->accounting, made->other})) {
                plan.unpaired.append({pair, PairLoss::Already});
            } else if (isTaken(made->name)) {
                plan.unpaired.append({pair, PairLoss::NameTaken});
            } else {
                made->id = randomId();
                plan.pairs.append(*made);
            }
        }
    }

private:
    Result<Connection, PairLoss> sideFor(const ExportedConnection &entry) const
    {
        const QString name = caseless(entry.name);
        if (const auto added = m_added.constFind(name); added != m_added.cend())
            return *added;
        const auto here = m_here.constFind(name);
        if (here == m_here.cend())
            return PairLoss::SideMissing;
        if (!isSurelySame(*here, entry))
            return PairLoss::AnotherConnection;
        return *here;
    }

    bool isTaken(const QString &name) const
    {
        return m_here.contains(caseless(name)) || m_added.contains(caseless(name))
            || m_manager.connection({name});
    }

    PairHalf halfOf(const Connection &connection) const
    {
        const auto face = m_manager.catalogue().face(connection.provider);
        return {connection.id, connection.name, face ? face->category : QString()};
    }

    const ConnectionManager &m_manager;
    QHash<QString, Connection> m_here;
    QHash<QString, Connection> m_added;
    QSet<std::pair<ConnectionId, ConnectionId>> m_known;
};

QList<PackProblem> wholeFile(const QString &reason)
{
    return {{u"$"_s, reason}};
}

} // namespace

ConnectionExport exportOf(const ConnectionManager &manager)
{
    ConnectionExport document;
    for (const Connection &connection : manager.connections()) {
        const auto pack = manager.catalogue().pack(connection.provider);
        document.connections.append(exportedFrom(connection, pack.get()));
        if ((!pack || !pack->builtIn) && !document.ownPacks.contains(connection.provider))
            document.ownPacks.append(connection.provider);
    }
    for (const Integration &pair : manager.integrations()) {
        const auto one = manager.connection(pair.accounting);
        const auto another = manager.connection(pair.other);
        if (one && another)
            document.pairs.append({pair.name, one->name, another->name});
    }
    return document;
}

Result<Done> writeExport(const ConnectionExport &document, const QString &fileName, bool replace)
{
    const QFileInfo info(fileName);
    if (!replace && (info.exists() || info.isSymLink())) {
        return localError(code::invalidInput,
                          u"There is already a file %1. Nothing was written."_s.arg(fileName));
    }
    QSaveFile file(fileName);
    const QByteArray json = toJson(document);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(json) != json.size() || !file.commit()) {
        return localError(code::storage,
                          u"The file cannot be written: %1."_s.arg(file.errorString()));
    }
    return Done {};
}

Result<ImportPlan, QList<PackProblem>> planImport(const ConnectionManager &manager,
                                                  const QByteArray &json)
{
    const auto document = parseConnectionExport(json);
    if (!document)
        return document.error();
    QSet<QString> taken;
    for (const Connection &connection : manager.connections())
        taken << caseless(connection.name) << connection.id.value;
    for (const Integration &pair : manager.integrations())
        taken << caseless(pair.name) << pair.id;
    ImportPlan plan;
    QList<PackProblem> problems;
    for (qsizetype i = 0; i < document->connections.size(); ++i) {
        const ExportedConnection &entry = document->connections[i];
        if (taken.contains(caseless(entry.name)) || taken.contains(entry.name)) {
            plan.skipped.append({entry, ImportPlan::Skipped::NameTaken});
            continue;
        }
        const auto pack = manager.catalogue().pack(entry.provider);
        if (!pack) {
            plan.skipped.append({entry, ImportPlan::Skipped::NoPack});
            if (!plan.missingPacks.contains(entry.provider))
                plan.missingPacks.append(entry.provider);
            continue;
        }
        problems += misfits(entry, *pack, exportedPath(i));
        plan.adding.append(draftOf(entry));
        const QStringList servers = enteredAddresses(*pack, plan.adding.last());
        if (!servers.isEmpty())
            plan.servers.append({entry.name, servers});
    }
    if (!problems.isEmpty())
        return problems;
    PairPlanner(manager, plan.adding).plan(*document, plan);
    return plan;
}

QFuture<Result<Done>> carryOut(ConnectionManager &manager, const ImportPlan &plan,
                               const std::stop_token &stop)
{
    return manager.addUnauthorized(plan.adding, plan.pairs, stop);
}

Result<ImportPlan, QList<PackProblem>> planImportOf(const ConnectionManager &manager,
                                                    const QString &fileName)
{
    // A pipe or a device would never end.
    if (!QFileInfo(fileName).isFile())
        return wholeFile(u"This is no file, or it cannot be read."_s);
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return wholeFile(u"The file cannot be read: %1."_s.arg(file.errorString()));
    return planImport(manager, file.read(exportMaximumBytes + 1));
}

} // namespace relink
