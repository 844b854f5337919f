// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/connectionexport.h"

namespace relink {

class ConnectionManager;

//! All connections as a document to take to another computer.
ConnectionExport exportOf(const ConnectionManager &manager);

//! Writes a document: readable by this user alone, whole or not at all. An existing file is left
//! alone (`invalid_input`) unless `replace`.
Result<Done> writeExport(const ConnectionExport &document, const QString &fileName, bool replace);

//! What an import would do.
struct ImportPlan
{
    enum class Skipped { NameTaken, NoPack };

    QList<Connection> adding; //!< not connected yet, in the order of the document
    QList<ExportedPair> pairs; //!< of connections that are added
    QList<std::pair<ExportedConnection, Skipped>> skipped;
    QStringList missingPacks; //!< ids that no provider here has
};

//! Compares a document with what is here. Nothing is added where anything in it is wrong.
Result<ImportPlan, QList<PackProblem>> planImport(const ConnectionManager &manager,
                                                  const QByteArray &json);

//! Adds the connections, all or none, and ties those that were pairs.
Result<Done> carryOut(ConnectionManager &manager, const ImportPlan &plan);

//! planImport() for a file.
Result<ImportPlan, QList<PackProblem>> planImportOf(const ConnectionManager &manager,
                                                    const QString &fileName);

} // namespace relink
