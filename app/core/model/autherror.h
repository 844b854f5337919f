// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace relink {

//! Where a failure happened. A class of failure is judged by origin first: an error of the
//! authorization or token endpoint can end a grant, a transport error never does.
enum class ErrorOrigin {
    AuthorizationEndpoint, //!< RFC 6749 4.1.2.1, arrives in the redirect
    TokenEndpoint, //!< RFC 6749 5.2
    RevocationEndpoint, //!< RFC 7009 2.2.1
    Resource, //!< the provider's API, RFC 6750 3.1; probes are resource calls
    Transport, //!< no usable HTTP answer
    RedirectListener, //!< our own loopback listener
    SecretStore, //!< the operating system's keychain
    Local, //!< Relink itself: a missing input, an unusable pack, a cancelled attempt
};

//! Codes of failures that no server names. Server codes stay as the server spelt them.
namespace code {
// Transport
inline constexpr auto offline = "offline";
inline constexpr auto dns = "dns";
inline constexpr auto refused = "refused";
inline constexpr auto timeout = "timeout";
inline constexpr auto connectionLost = "connection_lost"; //!< after the request was sent
inline constexpr auto proxy = "proxy";
inline constexpr auto tls = "tls";
inline constexpr auto tlsClock = "tls_clock"; //!< certificate not yet or no longer valid
inline constexpr auto tooLarge = "too_large";
inline constexpr auto redirected = "redirected"; //!< an endpoint answered with a redirect (R25)
inline constexpr auto captivePortal = "captive_portal";
inline constexpr auto unreadable = "unreadable_answer";
// Secret store
inline constexpr auto keychainLocked = "locked";
inline constexpr auto keychainDenied = "denied";
inline constexpr auto keychainNotAnswering = "not_answering";
inline constexpr auto keychainMissing = "missing";
inline constexpr auto keychainDamaged = "damaged";
inline constexpr auto keychainFailed = "failed";
// Redirect listener
inline constexpr auto stateMismatch = "state_mismatch";
inline constexpr auto issuerMismatch = "issuer_mismatch"; //!< RFC 9207 2.4
inline constexpr auto portBusy = "port_busy";
// Local
inline constexpr auto cancelled = "cancelled";
inline constexpr auto expired = "expired"; //!< nobody came back from the browser in time
inline constexpr auto answerLost = "answer_lost"; //!< a refresh whose answer never arrived
inline constexpr auto differentAccount = "different_account";
inline constexpr auto missingInput = "missing_input";
inline constexpr auto invalidInput = "invalid_input";
inline constexpr auto noBrowser = "no_browser";
inline constexpr auto noRefreshToken = "no_refresh_token";
inline constexpr auto endpointsChanged = "endpoints_changed"; //!< a secret is bound elsewhere
inline constexpr auto storage = "storage";
inline constexpr auto busy = "busy"; //!< another process holds the connection
} // namespace code

//! A failure as a value: what was seen, not what it means (classify() says that) and not in words
//! (ui and cli make those).
struct AuthError
{
    ErrorOrigin origin = ErrorOrigin::Local;
    QString code; //!< the OAuth `error`, or one of relink::code
    std::optional<int> httpStatus;
    QString providerCode; //!< the provider's own code where its answer has one
    QString description; //!< the provider's own words; plain text, may be hostile
    QString uri; //!< `error_uri`; shown, never opened
    std::optional<std::chrono::seconds> retryAfter;
    QByteArray evidence; //!< start of the answer's body, for the pack's own rules; at most 8 KiB
    QByteArray challenge; //!< the WWW-Authenticate lines, joined by line breaks

    bool is(const char *c) const { return code == QLatin1StringView(c); }
    friend bool operator==(const AuthError &, const AuthError &) = default;
};

//! An error of our own making.
inline AuthError localError(const char *code, const QString &description = {})
{
    AuthError error;
    error.code = QLatin1StringView(code);
    error.description = description;
    return error;
}

QString toString(ErrorOrigin origin);
std::optional<ErrorOrigin> errorOriginFromString(const QString &text);

} // namespace relink
