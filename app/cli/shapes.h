// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/historyevent.h"
#include "core/model/integration.h"
#include "core/model/providerpack.h"
#include "core/model/revokeoutcome.h"
#include "services/connectionmanager.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace relink::cli {

//! The JSON of design.md section 9, member by member. Times are RFC 3339 UTC; what is not known
//! is null, never absent.

QJsonValue timeValue(const QDateTime &time);
QJsonValue timeValue(const std::optional<QDateTime> &time);

//! `pack` may be null: the provider's pack is gone.
QJsonObject connectionShape(const Connection &connection, const ProviderPack *pack,
                            const QDateTime &now);
//! A pair by its worse side; `reason` says which one that is.
QJsonObject pairShape(const Integration &pair, const ConnectionState &worse, const QString &reason);
QJsonObject connectionsShape(const QJsonArray &connections, const QJsonArray &pairs = {});
QJsonObject providerShape(const ProviderPack &pack);
QJsonObject providerDetails(const ProviderPack &pack);
QJsonObject providersShape(const QJsonArray &providers);
QJsonObject tokenShape(const IssuedToken &token);
QJsonObject revokeShape(const RevokeOutcome &outcome);

//! One row of `doctor` and `providers validate`.
struct CheckLine
{
    QString id;
    bool ok = false;
    QString text;
};
QJsonObject resultsShape(const QList<CheckLine> &lines);

QJsonObject failureShape(const QString &errorClass, const QString &message, const QString &action);

QJsonObject historyShape(const HistoryEvent &event, const QString &sentence);

//! When the access of a connection is due to be renewed, as far as the connection itself tells.
std::optional<QDateTime> nextRefreshOf(const Connection &connection, const ProviderPack *pack);

//! Exit code of commands that ask for a light: design.md section 9. A paused connection was not
//! asked for anything.
int exitCodeFor(const ConnectionState &state);
//! The same for stored knowledge, which promises no verification: unconfirmed is done.
int statusExitCodeFor(const ConnectionState &state);
//! Of several: red before keychain before unverified.
int worse(int a, int b);

} // namespace relink::cli
