// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/areareport.h"
#include "core/model/connectionstate.h"
#include "core/model/ids.h"
#include "core/model/renewal.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace relink {

//! The Test Mode of a connection. The facts' `sandbox` is `test` here.
enum class Environment { Production, Test };

QString toString(Environment environment);
std::optional<Environment> environmentFromString(const QString &text);

//! A company, shop or site that a grant reaches.
struct Organisation
{
    QString id;
    QString name;

    bool isEmpty() const { return id.isEmpty() && name.isEmpty(); }
    friend bool operator==(const Organisation &, const Organisation &) = default;
};

//! The addresses a connection talks to. For built-in packs they follow from pack, environment
//! and inputs; for metadata discovery they are what the issuer said at the last authorisation.
struct Endpoints
{
    QUrl authorization;
    QUrl token;
    QUrl refresh; //!< empty: as token
    QUrl device; //!< RFC 8628; empty: none
    QUrl revocation; //!< empty: the provider has none that is known
    QUrl probe; //!< empty: none known
    QString issuer; //!< RFC 8414; empty: none
    bool issuerInRedirect = false; //!< RFC 9207: `iss` is promised, so its absence is a fault

    friend bool operator==(const Endpoints &, const Endpoints &) = default;
};

//! One merchant's authorised link to one provider, organisation and environment. No secret
//! stands here: the credential lives in the keychain under `secretAccount`.
struct Connection
{
    ConnectionId id;
    QString name; //!< the merchant's; unique without regard to case
    QString provider; //!< pack id
    QString via; //!< product whose integration this serves; may be empty
    Environment environment = Environment::Production;
    std::optional<Environment> credentialEnvironment; //!< what the credential is known to be
    QString authMethod; //!< id of the pack's auth method
    QMap<QString, QString> inputs; //!< non-secret inputs by key
    QMap<QString, QString> captures; //!< non-secret values the provider sent, e.g. realmId
    Endpoints discovered; //!< only for packs that discover (RFC 8414)
    QStringList boundOrigins; //!< origins that may receive this connection's secrets (R99)
    Organisation organisation;
    QString identity; //!< the authorising account as the provider names it; empty: unknown
    QString secretAccount; //!< random keychain account id (R80)
    bool hasSecret = false; //!< a credential was stored; its absence is then never "no token"
    QStringList scope; //!< granted; empty: as asked
    QDateTime createdAt;
    std::optional<QDateTime> accessExpiresAt; //!< copies of the credential's, for display
    std::optional<QDateTime> refreshExpiresAt; //!< when the sign-in ends, as far as known
    std::optional<Renewal> renewed;
    QList<AreaReport> areas; //!< what is known of the things it is used for; decides no light
    ConnectionState state;

    friend bool operator==(const Connection &, const Connection &) = default;
};

} // namespace relink
