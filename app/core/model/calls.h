// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"
#include "core/model/ids.h"
#include "core/model/providerpack.h"
#include "core/model/secret.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace relink {

//! Calls as values: built by the pure rules in rules/calls.h, performed by the adapters, so that
//! a test can say what goes over the wire without a socket.

//! How a client proves itself to the token endpoint, RFC 6749 2.3.1.
struct ClientAuthentication
{
    ClientAuthMethod method = ClientAuthMethod::None;
    QString clientId;
    ClientSecret secret;
};

//! A JWT that has yet to be signed (RFC 7523 3). The adapter adds `iat`, `exp` and a `jti`.
struct UnsignedAssertion
{
    QByteArray field; //!< name of the parameter that carries it
    QString algorithm; //!< RS256, PS256 or ES256
    QString keyId;
    QJsonObject claims;
    std::chrono::seconds lifetime {300};
    SecretBytes privateKey; //!< PEM
};

struct FormField
{
    QByteArray name;
    SecretBytes value; //!< not every value is secret, but many are
};

//! One POST (with BodyEncoding::Query: GET) to a token, login or revocation endpoint. It is sent
//! once (R26).
struct TokenCall
{
    QUrl endpoint;
    std::optional<ClientAuthentication> client; //!< absent: none at all (a login)
    SecretBytes authorization; //!< whole value of an Authorization header; empty: none
    QList<FormField> fields;
    BodyEncoding encoding = BodyEncoding::Form;
    QList<HttpHeader> headers; //!< public ones
    QByteArray clientIdField = "client_id"; //!< the provider's name for it
    QByteArray clientSecretField = "client_secret";
    std::optional<UnsignedAssertion> assertion;
};

struct SecretHeader
{
    QByteArray name;
    SecretBytes value;
};

//! One call to the provider's API or to an address that needs no secret (metadata, reachability).
struct ApiCall
{
    QByteArray method = "GET";
    QUrl url;
    QList<HttpHeader> headers; //!< public ones
    QByteArray secretHeaderName; //!< empty: unauthenticated
    SecretBytes secretHeaderValue;
    QByteArray body;
    QList<SecretHeader> secretHeaders; //!< further ones
};

//! What the browser leg needs. State, verifier and challenge are the agent's own (R01, R02).
struct AuthorizationRequest
{
    AttemptId attempt;
    QUrl endpoint;
    QString clientId;
    QString scope; //!< already joined; empty: no scope parameter
    bool pkce = true;
    QMap<QString, QString> extraParameters;
    QMap<QString, QString> parameterNames; //!< standard name -> the provider's; empty: left out
    QMap<QString, QString> callbackNames; //!< the same for what the redirect brings
    RedirectMode redirectMode = RedirectMode::Loopback;
    quint16 redirectPort = 0; //!< Loopback: 0 is any free one
    QString redirectHost; //!< Loopback: how the address names it; empty: 127.0.0.1
    QString redirectUri; //!< Paste: sent as it is. Loopback: empty
    QString issuer; //!< expected `iss`; empty: not compared
    bool issuerRequired = false; //!< RFC 9207 2.4: its absence is a fault
    std::chrono::seconds timeout {300};
};

//! The browser leg is under way.
struct PendingAuthorization
{
    AttemptId attempt;
    QUrl url; //!< open this; holds no secret (R20)
    RedirectMode redirectMode = RedirectMode::Loopback;
    QString userCode = {}; //!< to be typed there (RFC 8628); empty: nothing is
};

//! What came back through the redirect: state checked, form-decoded.
struct AuthorizationGrant
{
    AuthorizationCode code;
    CodeVerifier verifier; //!< empty without PKCE
    QString redirectUri; //!< byte for byte as in the request
    QString state; //!< as it came back; part of what a provider signs in the redirect
    QMap<QString, QString> parameters; //!< of the redirect, without code and state
};

//! What the browser page says once the outcome is known.
enum class PageOutcome { Connected, Failed, Declined };

} // namespace relink
