// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/errorclass.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace relink {

//! What is done to an entered value before it is checked and used.
enum class Normalization {
    Trim, //!< white space at both ends
    LowerCase,
    StripScheme, //!< `https://` in front
    StripPath, //!< everything from the first `/`
    UnderscoreToHyphen, //!< for hosts
};

//! A value the merchant enters. Keys are the facts' names; `client_id` and `client_secret`
//! everywhere.
struct InputField
{
    QString key;
    QString label; //!< British English, translatable
    QString help; //!< where to find it
    bool secret = false;
    bool required = true;
    QString pattern; //!< whole-value regular expression; empty: any
    QString example;
    QString defaultValue;
    QStringList choices; //!< not empty: one of these
    std::optional<Environment> environment; //!< asked for in this environment alone
    QList<Normalization> normalize; //!< in this order; the stored value stays as entered
    QString stripSuffix; //!< taken off the end after normalize
};

enum class AuthKind {
    AuthorizationCode, //!< RFC 6749 4.1
    ApiKey, //!< a key goes into a header as it is
    Login, //!< a login is exchanged for a session key; refresh means logging in again
};

enum class ClientAuthMethod {
    None, //!< public client: only client_id
    Basic, //!< RFC 6749 2.3.1: both parts form-encoded, then base64
    BasicRaw, //!< base64 of the plain pair, for servers that do not decode
    Post, //!< client_id and client_secret in the body
};

enum class RedirectMode {
    Loopback, //!< http://127.0.0.1:PORT/callback
    Paste, //!< the merchant pastes the code or the redirected address
};

enum class BodyEncoding { Form, Json };

//! A value kept from the redirect or from a token answer.
struct Capture
{
    QString from; //!< parameter name, or dotted path into the answer
    QString as; //!< placeholder name
    QString pattern; //!< whole-value regular expression; empty: any
    QString equals; //!< template that the value must equal without regard to case; empty: none
};

//! How long tokens live and how they change. Absent means not established, never "for ever".
struct TokenLifetimes
{
    std::optional<std::chrono::seconds> access;
    bool accessNeverExpires = false;
    std::optional<std::chrono::seconds> refreshIdle;
    std::optional<std::chrono::seconds> refreshHard;
    std::optional<bool> rotates;
    std::optional<std::chrono::seconds> grace; //!< the former refresh token works that much longer
    std::optional<std::chrono::seconds> refreshInterval; //!< refresh at least this often
    std::optional<std::chrono::seconds> margin; //!< refresh this long before expiry
};

//! One way of connecting to the provider.
struct AuthMethod
{
    QString id;
    QString label;
    AuthKind kind = AuthKind::AuthorizationCode;
    QList<InputField> inputs;

    // AuthorizationCode. Addresses are templates with {placeholders}.
    QString authorizationEndpoint;
    QString tokenEndpoint;
    QString refreshEndpoint; //!< empty: as tokenEndpoint
    bool discovers = false; //!< addresses come from the inputs or from RFC 8414 metadata
    QList<ClientAuthMethod> clientAuthMethods; //!< first is the default
    bool pkce = true; //!< S256; false only where the pack says the provider takes none
    QStringList scopes;
    QString scopeSeparator; //!< one character
    QMap<QString, QString> authorizationParameters; //!< extra ones, values are templates
    QMap<QString, QString> tokenParameters; //!< extra ones of the exchange
    QMap<QString, QString> parameterNames; //!< standard name -> the provider's
    QMap<QString, QString> tokenHeaders; //!< extra ones of every token call, values are templates
    BodyEncoding tokenEncoding = BodyEncoding::Form;
    bool formAnswers = false; //!< the token endpoint answers form-encoded (R31)
    RedirectMode redirectMode = RedirectMode::Loopback;
    QMap<Environment, RedirectMode> redirectModeByEnvironment; //!< overrides redirectMode
    int redirectPort = 0; //!< 0: any free one
    QString redirectAlias; //!< template that is sent as redirect_uri in Paste mode
    QList<Capture> callbackCaptures;
    QList<Capture> tokenCaptures;
    QString callbackHmac; //!< name of the parameter that signs the redirect; empty: none
    TokenLifetimes lifetimes;

    // ApiKey, Login
    QString keyInput; //!< ApiKey: the input that is the key
    QString loginEndpoint;
    BodyEncoding loginEncoding = BodyEncoding::Json;
    QMap<QString, QString> loginFields; //!< body field -> template over the inputs
    QString loginKeyPath; //!< dotted path to the key in the answer; empty: the whole body is it
};

//! How an authenticated call carries the access token.
struct ApiAuthentication
{
    QString header; //!< e.g. Authorization
    QString prefix; //!< e.g. "Bearer "
    QMap<QString, QString> headers; //!< companions, values are templates
};

//! One cheap authenticated call that decides the light.
struct ProbeDefinition
{
    QString method; //!< GET or POST
    QString url; //!< template; empty: none known, then absentReason is set
    QMap<QString, QString> headers;
    QByteArray body;
    bool jsonAnswer = true; //!< false: any 2xx that is no page will do
    bool sendsOrganisation = true; //!< with the organisation header
    QString failurePath; //!< dotted path that exists only when a 2xx is an error; empty: none
    QString organisationId; //!< template over inputs and captures; used instead of the path
    QString organisationIdPath; //!< dotted path; empty: not told
    QString organisationNamePath;
    QString
        organisationListPath; //!< set: the answer is a list to choose from ("$": the answer itself)
    QString identityPath; //!< empty: `sub`, then `id`
    QString absentReason;
    std::optional<std::chrono::seconds> interval; //!< absent: 15 minutes

    bool exists() const { return !url.isEmpty(); }
};

enum class RevocationStyle { Rfc7009, Json, Delete };

struct RevocationDefinition
{
    QString endpoint; //!< template; empty: none known, then menuPath says where to go
    RevocationStyle style = RevocationStyle::Rfc7009;
    bool withApiAuthentication
        = false; //!< sent with the access token instead of client credentials
    QString menuPath; //!< where the merchant removes the access at the provider
    QString manageUrl; //!< may be empty
    bool menuPathConfirmed = true;
    QString absentReason;

    bool exists() const { return !endpoint.isEmpty(); }
};

//! Where in a connection's life an error rule applies.
enum class ErrorStage { Any, Authorize, Token, Refresh, Probe, Api };

//! One ordered rule: stage, status and content together mean a class.
struct ErrorRule
{
    QString id;
    ErrorStage stage = ErrorStage::Any;
    std::optional<int> status; //!< absent: any
    QMap<QString, QString> json; //!< path -> value, both without regard to case
    QMap<QString, QString> jsonPrefix;
    QString text; //!< contained in body or description, without regard to case
    QString oauthError; //!< the OAuth `error`
    QString header; //!< this header is present
    ErrorClass errorClass = ErrorClass::Unknown;
    QString cause;
    QList<Alternative> alternatives;
    QString source;
    struct Example
    {
        std::optional<int> status;
        QString body;
        QList<QString> headers;
    };
    QList<Example> examples;
};

//! Everything that differs between providers (design.md section 7). Data, never code.
struct ProviderPack
{
    QString id;
    QString name;
    QString category;
    QString monogram; //!< two letters for the row
    QMap<QString, QString> constants; //!< placeholders with a fixed value, e.g. an API version
    QList<AuthMethod> authMethods; //!< first is the default
    QMap<Environment, QMap<QString, QString>>
        hostsByEnvironment; //!< host -> host for that environment
    bool hasTestEnvironment = false;
    QString testEnvironmentNote;
    ApiAuthentication api;
    ProbeDefinition probe;
    RevocationDefinition revocation;
    QString organisationHeader; //!< how a chosen organisation is sent; empty: not
    QList<ErrorRule> errors;
    QString statusPage;
    QString documentation;
    QStringList pitfalls;
    QStringList sources;
    QDate checked;
    QStringList unverified; //!< names of what the facts do not confirm
    bool builtIn = false; //!< set by whoever loads it, not by the file
    bool loopbackHttpAllowed = false; //!< plain http to loopback addresses is accepted (R43)
    QString practiceOrigin; //!< set by mapToSandbox(): addresses are {origin}/{id}/{host}{path}

    const AuthMethod *authMethod(const QString &methodId) const
    {
        for (const AuthMethod &m : authMethods) {
            if (m.id == methodId)
                return &m;
        }
        return nullptr;
    }
};

QString toString(AuthKind kind);
QString toString(ClientAuthMethod method); //!< RFC 8414 names, `client_secret_basic_raw` beside
std::optional<ClientAuthMethod> clientAuthMethodFromString(const QString &text);

} // namespace relink
