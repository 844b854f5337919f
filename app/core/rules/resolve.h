// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace relink {

//! A named probe whose address is filled in.
struct ResolvedNamedProbe
{
    NamedProbe probe;
    QUrl url;
};

//! A pack applied to one connection: what the calls are built from.
struct ResolvedProvider
{
    QString provider; //!< pack id
    AuthMethod method;
    Endpoints endpoints;
    QUrl login; //!< AuthKind::Login
    QUrl account; //!< AccountCall; empty: none, or it waits for the provider
    QUrl reachability; //!< ProbeDefinition::reachabilityUrl; empty: none
    //! every placeholder that has a value; empty: an optional input that was not entered
    QMap<QString, QString> values;
    QString clientId;
    std::optional<ClientAuthMethod>
        clientAuthentication; //!< chosen by the merchant; absent: by pack
    QString scope; //!< joined; empty: none is sent
    QMap<QString, QString> authorizationParameters; //!< expanded
    RedirectMode redirectMode = RedirectMode::Loopback;
    quint16 redirectPort = 0;
    QString redirectHost; //!< empty: 127.0.0.1
    QString redirectUri; //!< Paste only
    ApiAuthentication api; //!< companions still templates
    QString organisationHeader;
    QString organisationParameter;
    ProbeDefinition probe; //!< the pack's; meaningless with ownProbe
    bool ownProbe = false; //!< endpoints.probe was given by the merchant or by metadata
    QList<ResolvedNamedProbe> namedProbes; //!< those whose address is known already
    RevocationDefinition revocation;
    bool needsDiscovery = false; //!< fetch metadataUrls(endpoints.issuer) first
    bool loopbackHttpAllowed = false;
    QStringList origins; //!< see secretOrigins()
};

//! Picks method, environment and addresses. An address that needs a value the provider has yet to
//! send (a capture) stays empty; everything else that is missing or unusable is `missing_input` or
//! `invalid_input`. Where metadata is used, entered addresses go before discovered ones.
//! `randomUuid` is the placeholder `{random_uuid}`, for providers that want a new value with every
//! request; empty: there is none.
Result<ResolvedProvider> resolveProvider(const ProviderPack &pack, const Connection &connection,
                                         const QString &randomUuid = {});

//! Every origin that gets a secret of this connection, sorted: token, refresh, login, revocation,
//! probe. What the consent page lists and what a stored secret is bound to (R99). Addresses that
//! still wait for a capture count with their origin as long as the capture is not in the host.
QStringList secretOrigins(const ResolvedProvider &resolved);

//! Every placeholder that has a value for this connection.
QMap<QString, QString> placeholderValues(const ProviderPack &pack, const AuthMethod &method,
                                         const Connection &connection);

//! True when the connection's probe is the merchant's or the metadata's, not the pack's.
bool usesOwnProbe(const ProviderPack &pack, const Connection &connection);

//! The connection's auth method: its own, else the pack's first. Null when the pack lacks it.
const AuthMethod *methodOf(const ProviderPack &pack, const Connection &connection);

} // namespace relink
