// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/packproblem.h"
#include "core/model/providerpack.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace relink {

inline constexpr qsizetype exportMaximumBytes = 8 * 1024 * 1024;
inline constexpr int exportMaximumDepth = 8;

//! What a connection takes along to another computer. No secret, nothing that a provider told a
//! sign-in, nothing that says where secrets may go: all of that comes anew with authorising there.
struct ExportedConnection
{
    QString name;
    QString provider;
    QString via;
    Environment environment = Environment::Production;
    QString authMethod;
    QMap<QString, QString> inputs; //!< non-secret ones
    Organisation organisation;
    QDateTime createdAt;

    friend bool operator==(const ExportedConnection &, const ExportedConnection &) = default;
};

//! Two connections that work together, by their names.
struct ExportedPair
{
    QString name;
    QString one;
    QString another;

    friend bool operator==(const ExportedPair &, const ExportedPair &) = default;
};

//! Why two that were a pair there are none here.
enum class PairLoss {
    SideMissing, //!< one of them is left out
    AnotherConnection, //!< what has its name here is not surely the same connection
    NoPair, //!< such connections do not go together
    Already, //!< they are a pair here
    NameTaken, //!< a connection has the name of the pair
};

//! The document of `relink export`, version 1.
struct ConnectionExport
{
    QList<ExportedConnection> connections;
    QList<ExportedPair> pairs;
    QStringList ownPacks; //!< ids of the merchant's own packs among their providers

    friend bool operator==(const ConnectionExport &, const ConnectionExport &) = default;
};

//! `pack` may be null: the provider's pack is gone.
ExportedConnection exportedFrom(const Connection &connection, const ProviderPack *pack);

QByteArray toJson(const ConnectionExport &document);

//! Reads a document, strictly: size, depth, version, unknown or doubled keys, types, names that no
//! connection may have, a name twice. Every problem found is told with its JSON path; its reason is
//! an English sentence.
Result<ConnectionExport, QList<PackProblem>> parseConnectionExport(const QByteArray &json);

//! What of an entry does not fit the provider's pack; `path` is that of the entry. An input that is
//! missing is none: it is asked for when the connection is authorised.
QList<PackProblem> misfits(const ExportedConnection &entry, const ProviderPack &pack,
                           const QString &path);

//! The JSON path of an entry.
QString exportedPath(qsizetype index);

} // namespace relink
