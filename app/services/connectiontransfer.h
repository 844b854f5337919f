// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/integration.h"
#include "core/rules/connectionexport.h"

#include <QFuture>

#include <stop_token>

namespace relink {

class ConnectionManager;

//! All connections as a document to take to another computer.
ConnectionExport exportOf(const ConnectionManager &manager);

//! Writes a document: readable by this user alone, whole or not at all. An existing file is left
//! alone (`invalid_input`) unless `replace`.
Result<Done> writeExport(const ConnectionExport &document, const QString &fileName, bool replace);

//! The servers that a connection of a document names where its provider leaves that open.
struct BroughtServers
{
    QString name; //!< of the connection
    QStringList servers;
};

//! What an import would do.
struct ImportPlan
{
    enum class Skipped {
        NameTaken, //!< by a connection or a pair
        NoPack
    };

    QList<Connection> adding; //!< not connected yet, in the order of the document
    QList<Integration> pairs; //!< of connections that are added or surely the same here
    QList<std::pair<ExportedConnection, Skipped>> skipped;
    QList<std::pair<ExportedPair, PairLoss>> unpaired;
    QStringList missingPacks; //!< ids that no provider here has
    QList<BroughtServers> servers; //!< of what is added; to be shown before anybody signs in there

    bool isEmpty() const { return adding.isEmpty() && pairs.isEmpty(); }
};

//! Compares a document with what is here. Nothing is added where anything in it is wrong.
Result<ImportPlan, QList<PackProblem>> planImport(const ConnectionManager &manager,
                                                  const QByteArray &json);

//! Adds the connections and ties those that were pairs: all or none. See
//! ConnectionManager::addUnauthorized().
QFuture<Result<Done>> carryOut(ConnectionManager &manager, const ImportPlan &plan,
                               const std::stop_token &stop = {});

//! planImport() for a file.
Result<ImportPlan, QList<PackProblem>> planImportOf(const ConnectionManager &manager,
                                                    const QString &fileName);

} // namespace relink
