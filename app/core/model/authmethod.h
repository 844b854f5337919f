// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/apidefinition.h"
#include "core/model/authkind.h"
#include "core/model/inputfield.h"
#include "core/model/namedprobe.h"

#include <chrono>

namespace relink {

enum class RedirectMode {
    Loopback, //!< http://127.0.0.1:PORT/callback
    Paste, //!< the merchant pastes the code or the redirected address
};

//! How long tokens live and how they change. Absent means not established, never "for ever".
struct TokenLifetimes
{
    std::optional<std::chrono::seconds> access;
    bool accessNeverExpires = false;
    std::optional<std::chrono::seconds> refreshIdle;
    std::optional<std::chrono::seconds> refreshHard;
    bool refreshNeverExpires = false;
    std::optional<bool> rotates;
    std::optional<std::chrono::seconds> grace; //!< the former refresh token works that much longer
    std::optional<std::chrono::seconds> refreshInterval; //!< refresh at least this often
    std::optional<std::chrono::seconds> margin; //!< refresh this long before expiry
    //! the provider refuses a refresh while the access token lives longer than this
    std::optional<std::chrono::seconds> earliestRefresh;
    std::optional<std::chrono::seconds> warnBefore; //!< tell this long before the hard end
};

//! Where an answer of the token endpoint keeps what RFC 6749 5.1 names.
struct TokenAnswer
{
    bool form = false; //!< form-encoded (R31)
    //! standard name -> dotted path; besides them `expires_at` and `refresh_token_expires_at`,
    //! seconds since 1970
    QMap<QString, QString> paths;
    QString successPath; //!< a 2xx is a refusal unless this path has successValue
    QString successValue;
};

//! What a signed assertion says (RFC 7523 3). Values are templates over the inputs.
struct Assertion
{
    QString algorithm; //!< RS256, PS256 or ES256
    QString keyInput; //!< the secret input that holds the private key (PEM)
    QString keyId; //!< header `kid`; empty: none
    QString issuer;
    QString subject; //!< empty: as issuer
    bool withoutSubject = false; //!< a provider that reads a subject as somebody else
    QString audience; //!< empty: the token endpoint
    QMap<QString, QString> claims; //!< further ones; `{scope}` is the joined scope
    std::chrono::seconds lifetime {300};

    bool exists() const { return !algorithm.isEmpty(); }
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
    QString deviceEndpoint; //!< DeviceCode: RFC 8628 3.1
    bool discovers = false; //!< addresses come from the inputs or from RFC 8414 metadata
    QList<ClientAuthMethod> clientAuthMethods; //!< first is the default
    bool pkce = true; //!< S256; false only where the pack says the provider takes none
    bool pkceRequired = false; //!< the provider refuses a sign-in without
    QStringList scopes;
    QString scopeSeparator; //!< one character
    QMap<QString, QString> authorizationParameters; //!< extra ones, values are templates
    QMap<QString, QString> tokenParameters; //!< extra ones of the exchange
    QMap<QString, QString> parameterNames; //!< standard name -> the provider's, everywhere
    //! The same for one of the three alone; an empty name leaves the parameter out.
    QMap<QString, QString> authorizationParameterNames;
    QMap<QString, QString> callbackParameterNames;
    QMap<QString, QString> tokenParameterNames;
    QMap<QString, QString> grantTypes; //!< standard grant type -> the provider's
    QMap<QString, QString> refreshParameters; //!< extra ones of a refresh
    QMap<QString, QString> tokenHeaders; //!< extra ones of every token call, values are templates
    BodyEncoding tokenEncoding = BodyEncoding::Form;
    TokenAnswer tokenAnswer;
    Assertion assertion; //!< JwtBearer, and the client authentication PrivateKeyJwt
    AccountCall accountCall;
    RedirectMode redirectMode = RedirectMode::Loopback;
    QMap<Environment, RedirectMode> redirectModeByEnvironment; //!< overrides redirectMode
    int redirectPort = 0; //!< 0: any free one
    QString redirectHost; //!< `localhost` where the provider registers that name; empty: 127.0.0.1
    QString redirectAlias; //!< template that is sent as redirect_uri in Paste mode
    QList<Capture> callbackCaptures;
    QList<Capture> tokenCaptures;
    QString callbackHmac; //!< name of the parameter that signs the redirect; empty: none
    TokenLifetimes lifetimes;

    // ApiKey, Login
    QString keyInput; //!< ApiKey: the input that is the key
    QString tokenInput; //!< RefreshToken: the input that is the refresh token
    QString loginEndpoint;
    QString loginBasicUser; //!< templates; empty: no Basic
    QString loginBasicPassword;
    BodyEncoding loginEncoding = BodyEncoding::Json;
    QMap<QString, QString> loginFields; //!< body field -> template over the inputs
    QString loginKeyPath; //!< dotted path to the key in the answer; empty: the whole body is it
    QString loginLifetimePath; //!< seconds that the key lives; empty: not told

    // What differs from the pack's own.
    std::optional<ApiAuthentication> api;
    std::optional<ProbeDefinition> probe;
    std::optional<QList<NamedProbe>> namedProbes;
    std::optional<RevocationDefinition> revocation;

    QString setupUrl; //!< where the merchant registers an application or makes a key
    QString setupPath; //!< the way there through menus

    //! The provider's name for a standard parameter; null where it is left out.
    std::optional<QString> authorizationName(const QString &standard) const
    {
        return nameIn(authorizationParameterNames, standard);
    }
    std::optional<QString> tokenName(const QString &standard) const
    {
        return nameIn(tokenParameterNames, standard);
    }
    QString callbackName(const QString &standard) const
    {
        return nameIn(callbackParameterNames, standard).value_or(standard);
    }
    QString grantType(const QString &standard) const
    {
        return grantTypes.value(standard, standard);
    }

private:
    std::optional<QString> nameIn(const QMap<QString, QString> &own, const QString &standard) const
    {
        const QString name = own.value(standard, parameterNames.value(standard, standard));
        return name.isEmpty() ? std::nullopt : std::optional(name);
    }
};

} // namespace relink
