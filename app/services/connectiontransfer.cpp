// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/connectiontransfer.h"

#include "core/rules/caseless.h"
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
    }
    if (!problems.isEmpty())
        return problems;
    QSet<QString> added;
    for (const Connection &draft : plan.adding)
        added.insert(caseless(draft.name));
    for (const ExportedPair &pair : document->pairs) {
        if (added.contains(caseless(pair.one)) && added.contains(caseless(pair.another)))
            plan.pairs.append(pair);
    }
    return plan;
}

Result<Done> carryOut(ConnectionManager &manager, const ImportPlan &plan)
{
    const Result<Done> added = manager.addUnauthorized(plan.adding);
    if (!added)
        return added;
    for (const ExportedPair &pair : plan.pairs) {
        const Result<ConnectionId> one = manager.find(pair.one);
        const Result<ConnectionId> another = manager.find(pair.another);
        // Two that no longer go together stay two.
        if (one && another)
            (void)manager.pair(*one, *another, pair.name);
    }
    return added;
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
