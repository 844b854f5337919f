// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/classify.h"

#include "core/ports/secretstore.h"
#include "core/rules/answerreading.h"
#include "core/rules/calls.h"
#include "core/rules/errorrule.h"
#include "core/rules/redirect.h"
#include "core/rules/tokenresponse.h"
#include "core/rules/wwwauthenticate.h"

#include <QtGlobal>

#include <array>

namespace relink {

namespace {

using namespace Qt::StringLiterals;
using enum ErrorClass;

//! Which HTTP statuses a generic rule speaks of.
struct StatusRange
{
    int first = 0;
    int last = 0;

    constexpr bool holds(std::optional<int> status) const
    {
        if (first == 0)
            return true;
        return status && *status >= first && *status <= last;
    }
};

constexpr StatusRange any;
constexpr StatusRange only(int status)
{
    return {status, status};
}

struct Reading
{
    ErrorClass errorClass = Unknown;
    const char *why = nullptr;
};

//! One generic rule. `code` null: whatever the code; empty: only when there is none.
struct GenericRule
{
    const char *id;
    ErrorOrigin origin;
    ErrorStage stage;
    StatusRange status;
    const char *code;
    ErrorClass errorClass;
    const char *cause;
    double confidence;
    std::array<Reading, 3> alternatives;
    const char *source;
    const char *text = nullptr; //!< stands in the answer, without regard to case
};

// Marked for lupdate; words::packText() translates them where they are shown.
#define WHY(text) QT_TRANSLATE_NOOP("pack", text)

constexpr auto grantEnded = WHY("The access may have been withdrawn at the provider.");
constexpr auto expiredUnused = WHY("The sign-in may simply have run out.");
constexpr auto otherCompany
    = WHY("The connection may point at a company or shop that is no longer linked.");
constexpr auto missingScope = WHY("The authorisation may not have covered this kind of data.");
constexpr auto badSecret = WHY("The app's own secret may have been changed.");
constexpr auto wrongClock = WHY("This computer's clock may be wrong.");
constexpr auto moved = WHY("The provider's address may have changed.");
constexpr auto signInPage = WHY("A network sign-in page may have answered instead.");
constexpr auto testMode = WHY("The credential may belong to the other mode: test or live.");
constexpr auto spaces = WHY("A space may have slipped in when the credential was pasted.");
constexpr auto wrongLogin = WHY("The user name, password or key may be wrong.");
constexpr auto forged = WHY("The answer may not have come from the provider at all.");

using Origin = ErrorOrigin;
using Stage = ErrorStage;

// One rule a line: the table is read down its columns.
// clang-format off
constexpr GenericRule rules[] = {
    // The keychain: no statement about the grant.
    {"keychain.locked", Origin::SecretStore, Stage::Any, any, code::keychainLocked, KeychainLocked, "locked", 1, {}, "R72"},
    {"keychain.denied", Origin::SecretStore, Stage::Any, any, code::keychainDenied, KeychainLocked, "denied", 1, {}, "R77"},
    {"keychain.not_answering", Origin::SecretStore, Stage::Any, any, code::keychainNotAnswering, KeychainLocked, "not_answering", 1, {}, "R73"},
    {"keychain.missing", Origin::SecretStore, Stage::Any, any, code::keychainMissing, KeychainMissing, "", 1, {}, "R74"},
    {"keychain.no_keyring", Origin::SecretStore, Stage::Any, any, code::noKeyring, KeychainMissing, "no_keyring", 1, {}, "R74"},
    {"keychain.entry_missing", Origin::SecretStore, Stage::Any, any, "entry_missing", KeychainMissing, "entry_missing", 1, {}, "R72"},
    {"keychain.damaged", Origin::SecretStore, Stage::Any, any, code::keychainDamaged, ExpiredRefresh, "credential_damaged", 1, {}, "R78"},
    {"keychain.failed", Origin::SecretStore, Stage::Any, any, nullptr, KeychainLocked, "denied", 0.6, {}, "R77"},

    // No usable answer.
    {"transport.proxy", Origin::Transport, Stage::Any, any, code::proxy, Proxy, "", 1, {}, "R46"},
    {"transport.tls_clock", Origin::Transport, Stage::Any, any, code::tlsClock, Tls, "tls_clock", 0.7, {Reading {Clock, wrongClock}}, "R42"},
    {"transport.tls", Origin::Transport, Stage::Any, any, code::tls, Tls, "", 1, {}, "R42"},
    {"transport.moved", Origin::Transport, Stage::Any, only(301), code::redirected, Configuration, "redirected", 0.8, {Reading {Network, signInPage}}, "R25"},
    {"transport.moved_308", Origin::Transport, Stage::Any, only(308), code::redirected, Configuration, "redirected", 0.8, {Reading {Network, signInPage}}, "R25"},
    {"transport.redirected", Origin::Transport, Stage::Any, any, code::redirected, Network, "redirected", 0.6, {Reading {Configuration, moved}}, "R25, R30"},
    {"transport.captive_portal", Origin::Transport, Stage::Any, any, code::captivePortal, Network, "captive_portal", 0.9, {Reading {ProviderOutage, nullptr}}, "R30"},
    {"transport.too_large", Origin::Transport, Stage::Any, any, code::tooLarge, ProviderOutage, "too_large", 0.7, {Reading {Network, signInPage}}, "R28"},
    {"transport.unreadable", Origin::Transport, Stage::Any, any, code::unreadable, ProviderOutage, "unreadable_answer", 0.6, {Reading {Network, signInPage}}, "R31"},
    {"transport.offline", Origin::Transport, Stage::Any, any, code::offline, Network, "offline", 1, {}, "R49"},
    {"transport.dns", Origin::Transport, Stage::Any, any, code::dns, Network, "dns", 1, {}, "R49"},
    {"transport.refused", Origin::Transport, Stage::Any, any, code::refused, Network, "refused", 0.8, {Reading {ProviderOutage, nullptr}}, "R49"},
    {"transport.timeout", Origin::Transport, Stage::Any, any, code::timeout, Network, "timeout", 0.7, {Reading {ProviderOutage, nullptr}}, "R27"},
    {"transport.lost", Origin::Transport, Stage::Any, any, code::connectionLost, Network, "connection_lost", 0.8, {Reading {ProviderOutage, nullptr}}, "R26"},
    {"transport.other", Origin::Transport, Stage::Any, any, nullptr, Network, "", 0.5, {}, "R49"},

    // Our own listener.
    {"redirect.state", Origin::RedirectListener, Stage::Any, any, code::stateMismatch, Configuration, "state_mismatch", 0.9, {}, "RFC 6749 10.12"},
    {"redirect.issuer", Origin::RedirectListener, Stage::Any, any, code::issuerMismatch, Configuration, "issuer_mismatch", 0.9, {}, "RFC 9207 2.4"},
    {"redirect.port", Origin::RedirectListener, Stage::Any, any, code::portBusy, Configuration, "port_busy", 1, {}, "RFC 8252 7.3"},
    {"redirect.signature", Origin::RedirectListener, Stage::Any, any, code::signatureMismatch, InvalidClient, "secret_differs", 0.9, {Reading {Configuration, forged}}, "shopify.dev: verify the installation request"},
    {"redirect.other", Origin::RedirectListener, Stage::Any, any, nullptr, Configuration, "", 0.5, {}, "RFC 8252 7.3"},

    // Relink itself.
    {"local.cancelled", Origin::Local, Stage::Any, any, code::cancelled, NotAnError, "cancelled", 1, {}, "R16"},
    {"local.expired", Origin::Local, Stage::Any, any, code::expired, NotAnError, "timed_out", 1, {}, "R16"},
    {"local.answer_lost", Origin::Local, Stage::Any, any, code::answerLost, ExpiredRefresh, "answer_lost", 0.9, {}, "R59"},
    {"local.different_account", Origin::Local, Stage::Any, any, code::differentAccount, WrongTenant, "different_account", 1, {}, "R70"},
    {"local.no_refresh_token", Origin::Local, Stage::Any, any, code::noRefreshToken, ExpiredRefresh, "no_refresh_token", 0.9, {}, "RFC 6749 6"},
    {"local.endpoints_changed", Origin::Local, Stage::Any, any, code::endpointsChanged, ExpiredRefresh, "endpoints_changed", 1, {}, "R99"},
    {"local.secret_unbound", Origin::Local, Stage::Any, any, code::secretUnbound, ExpiredRefresh, "endpoints_changed", 1, {}, "R99"},
    {"local.paused", Origin::Local, Stage::Any, any, code::connectionPaused, NotAnError, "paused", 1, {}, "design 5"},
    {"local.removed", Origin::Local, Stage::Any, any, code::connectionRemoved, NotAnError, "removed", 1, {}, "R68"},
    {"local.no_browser", Origin::Local, Stage::Any, any, code::noBrowser, Configuration, "no_browser", 1, {}, "R19"},
    {"local.missing_input", Origin::Local, Stage::Any, any, code::missingInput, Configuration, "missing_input", 1, {}, "design 7"},
    {"local.invalid_input", Origin::Local, Stage::Any, any, code::invalidInput, Configuration, "invalid_input", 1, {}, "design 7"},

    // The authorization endpoint, through the redirect.
    {"authorize.denied", Origin::AuthorizationEndpoint, Stage::Any, any, "access_denied", NotAnError, "declined", 1, {}, "RFC 6749 4.1.2.1"},
    {"authorize.server_error", Origin::AuthorizationEndpoint, Stage::Any, any, "server_error", ProviderOutage, "", 0.9, {}, "RFC 6749 4.1.2.1"},
    {"authorize.unavailable", Origin::AuthorizationEndpoint, Stage::Any, any, "temporarily_unavailable", ProviderOutage, "", 0.9, {}, "RFC 6749 4.1.2.1"},
    {"authorize.client", Origin::AuthorizationEndpoint, Stage::Any, any, "unauthorized_client", InvalidClient, "", 0.9, {}, "RFC 6749 4.1.2.1"},
    {"authorize.scope", Origin::AuthorizationEndpoint, Stage::Any, any, "invalid_scope", Configuration, "scope", 0.9, {}, "RFC 6749 4.1.2.1"},
    {"authorize.other", Origin::AuthorizationEndpoint, Stage::Any, any, nullptr, Configuration, "", 0.6, {}, "RFC 6749 4.1.2.1"},

    // The token endpoint.
    {"token.captive", Origin::TokenEndpoint, Stage::Any, only(511), nullptr, Network, "captive_portal", 1, {}, "RFC 6585 6"},
    {"token.rate", Origin::TokenEndpoint, Stage::Any, only(429), nullptr, RateLimited, "", 1, {}, "RFC 6585 4"},
    {"token.slow_down", Origin::TokenEndpoint, Stage::Any, any, "slow_down", RateLimited, "", 0.9, {}, "RFC 8628 3.5"},
    {"token.unavailable", Origin::TokenEndpoint, Stage::Any, any, "temporarily_unavailable", ProviderOutage, "", 0.9, {}, "R38"},
    {"token.server_error", Origin::TokenEndpoint, Stage::Any, any, "server_error", ProviderOutage, "", 0.9, {}, "R38"},
    {"token.5xx", Origin::TokenEndpoint, Stage::Any, {500, 599}, nullptr, ProviderOutage, "", 0.9, {}, "R38"},
    {"token.timeout", Origin::TokenEndpoint, Stage::Any, only(408), nullptr, ProviderOutage, "", 0.9, {}, "RFC 9110 15.5.9"},
    {"token.client", Origin::TokenEndpoint, Stage::Any, any, "invalid_client", InvalidClient, "", 0.95, {}, "RFC 6749 5.2"},
    {"token.unauthorized_client", Origin::TokenEndpoint, Stage::Any, any, "unauthorized_client", InvalidClient, "", 0.9, {}, "RFC 6749 5.2"},
    {"token.scope", Origin::TokenEndpoint, Stage::Any, any, "invalid_scope", Configuration, "scope", 0.9, {}, "RFC 6749 5.2"},
    {"token.grant_type", Origin::TokenEndpoint, Stage::Any, any, "unsupported_grant_type", Configuration, "grant_type", 0.9, {}, "RFC 6749 5.2"},
    {"token.invalid_request", Origin::TokenEndpoint, Stage::Any, any, "invalid_request", Configuration, "", 0.7, {Reading {InvalidClient, badSecret}}, "RFC 6749 5.2"},
    {"token.code_refused", Origin::TokenEndpoint, Stage::Any, any, code::codeRefused, ExpiredRefresh, "code_spent", 0.7, {Reading {InvalidClient, badSecret}, Reading {Configuration, nullptr}}, "RFC 6749 5.2"},
    {"token.assertion_refused", Origin::TokenEndpoint, Stage::Any, any, code::assertionRefused, InvalidClient, "assertion_refused", 0.8, {Reading {Clock, wrongClock}, Reading {Configuration, nullptr}}, "RFC 7521 4.1.1, 4.2.1"},
    {"token.code_spent", Origin::TokenEndpoint, Stage::Token, any, "invalid_grant", ExpiredRefresh, "code_spent", 0.7, {Reading {Configuration, nullptr}}, "RFC 6749 5.2"},
    {"token.invalid_grant", Origin::TokenEndpoint, Stage::Any, any, "invalid_grant", ExpiredRefresh, "", 0.8, {Reading {Revoked, grantEnded}, Reading {TestModeMismatch, testMode}}, "RFC 6749 5.2"},
    {"token.login_refused", Origin::TokenEndpoint, Stage::Any, only(401), "login_refused", InvalidUserCredentials, "", 0.8, {Reading {TestModeMismatch, testMode}, Reading {CredentialFormat, spaces}}, "MIN-20"},
    {"token.unreadable", Origin::TokenEndpoint, Stage::Any, any, code::unreadable, ProviderOutage, "unreadable_answer", 0.7, {Reading {Network, signInPage}}, "R31, R33"},
    {"token.404", Origin::TokenEndpoint, Stage::Any, only(404), "", Configuration, "endpoint", 0.7, {Reading {ProviderOutage, nullptr}}, "R38"},
    // An unknown refusal, also an empty 400 (R39), is a lost grant in neutral words.
    {"token.4xx", Origin::TokenEndpoint, Stage::Any, {400, 499}, nullptr, ExpiredRefresh, "refused", 0.5, {Reading {Revoked, grantEnded}, Reading {InvalidClient, badSecret}}, "R38, R39"},
    {"token.refused_answer", Origin::TokenEndpoint, Stage::Any, any, code::refusedAnswer, ExpiredRefresh, "refused", 0.5, {Reading {Revoked, grantEnded}, Reading {InvalidClient, badSecret}, Reading {ProviderOutage, nullptr}}, "R38, R39"},
    {"token.other", Origin::TokenEndpoint, Stage::Any, any, nullptr, ProviderOutage, "", 0.4, {}, "R38"},

    // Revocation: judged only for the history.
    {"revoke.unavailable", Origin::RevocationEndpoint, Stage::Any, {500, 599}, nullptr, ProviderOutage, "", 0.9, {}, "RFC 7009 2.2.1"},
    {"revoke.rate", Origin::RevocationEndpoint, Stage::Any, only(429), nullptr, RateLimited, "", 0.9, {}, "RFC 7009 2.2.1"},
    {"revoke.client", Origin::RevocationEndpoint, Stage::Any, only(401), nullptr, InvalidClient, "", 0.8, {}, "RFC 7009 2.2"},
    {"revoke.other", Origin::RevocationEndpoint, Stage::Any, any, nullptr, Configuration, "revocation", 0.6, {}, "RFC 7009 2.2.1"},

    // The provider's API.
    {"resource.captive", Origin::Resource, Stage::Any, only(511), nullptr, Network, "captive_portal", 1, {}, "RFC 6585 6"},
    {"resource.rate", Origin::Resource, Stage::Any, only(429), nullptr, RateLimited, "", 1, {}, "RFC 6585 4"},
    {"resource.5xx", Origin::Resource, Stage::Any, {500, 599}, nullptr, ProviderOutage, "", 0.9, {}, "R50"},
    {"resource.timeout", Origin::Resource, Stage::Any, only(408), nullptr, ProviderOutage, "", 0.9, {}, "RFC 9110 15.5.9"},
    {"resource.plan", Origin::Resource, Stage::Any, only(402), nullptr, PlanRestriction, "", 0.8, {}, "RFC 9110 15.5.3"},
    {"resource.other_environment", Origin::Resource, Stage::Any, {400, 403}, nullptr, TestModeMismatch, "", 0.7, {Reading {InvalidUserCredentials, wrongLogin}}, "MIN-61", "other environment"},
    {"resource.wrong_environment", Origin::Resource, Stage::Any, {400, 403}, nullptr, TestModeMismatch, "", 0.7, {Reading {InvalidUserCredentials, wrongLogin}}, "MIN-61", "wrong environment"},
    {"resource.deprecated", Origin::Resource, Stage::Any, {400, 403}, nullptr, DeprecatedMethod, "", 0.7, {}, "MIN-70", "deprecated authentication method"},
    {"resource.scope", Origin::Resource, Stage::Any, any, "insufficient_scope", PermissionScope, "", 0.95, {}, "RFC 6750 3.1"},
    {"resource.invalid_token", Origin::Resource, Stage::Any, any, "invalid_token", ExpiredAccess, "", 0.9, {Reading {Revoked, grantEnded}}, "RFC 6750 3.1"},
    {"resource.401", Origin::Resource, Stage::Any, only(401), nullptr, ExpiredAccess, "", 0.8, {Reading {Revoked, grantEnded}, Reading {ExpiredRefresh, expiredUnused}}, "RFC 9110 15.5.2"},
    {"resource.403", Origin::Resource, Stage::Any, only(403), nullptr, PermissionRole, "", 0.6, {Reading {WrongTenant, otherCompany}, Reading {PermissionScope, missingScope}, Reading {InvalidClient, badSecret}}, "X-01"},
    {"resource.423", Origin::Resource, Stage::Any, only(423), nullptr, AccountClosed, "", 0.6, {}, "RFC 4918 11.3"},
    // 404 and the rest are no verdict on the token (R50).
    {"resource.other", Origin::Resource, Stage::Any, any, nullptr, Unknown, "no_verdict", 0.3, {Reading {Configuration, moved}}, "R50"},
};
// clang-format on

bool codeMatches(const char *wanted, const QString &code)
{
    return !wanted || code == QLatin1StringView(wanted);
}

bool textMatches(const char *wanted, const AuthError &error)
{
    return !wanted || says(error, QString::fromLatin1(wanted));
}

const GenericRule *genericRule(const AuthError &error, ErrorStage stage)
{
    for (const GenericRule &rule : rules) {
        if (rule.origin == error.origin && (rule.stage == Stage::Any || rule.stage == stage)
            && rule.status.holds(error.httpStatus) && codeMatches(rule.code, error.code)
            && textMatches(rule.text, error)) {
            return &rule;
        }
    }
    return nullptr;
}

//! A resource server names its verdict in the Bearer challenge rather than in the body.
AuthError withChallengeCode(AuthError error)
{
    if (error.origin == ErrorOrigin::Resource && error.code.isEmpty() && !error.challenge.isEmpty())
        error.code = bearerError(error.challenge).error;
    return error;
}

//! a refused key is a key to look at, not a token to renew.
void readAsKey(Diagnosis &diagnosis)
{
    if (diagnosis.errorClass != ExpiredAccess && diagnosis.errorClass != ExpiredRefresh)
        return;
    diagnosis.errorClass = InvalidUserCredentials;
    diagnosis.alternatives = {{TestModeMismatch, QString::fromLatin1(testMode)},
                              {CredentialFormat, QString::fromLatin1(spaces)}};
}

} // namespace

RecommendedAction firstActionFor(ErrorClass errorClass, AuthKind kind)
{
    switch (errorClass) {
    case ExpiredAccess:
        return kind == AuthKind::ApiKey ? RecommendedAction::EditCredential
                                        : RecommendedAction::Refresh;
    case ExpiredRefresh:
    case Revoked:
    case AppRemoved:
        return isEntered(kind) ? RecommendedAction::EditCredential : RecommendedAction::Reauthorize;
    case InvalidClient:
    case InvalidUserCredentials:
    case CredentialFormat:
    case Configuration:
        return RecommendedAction::EditCredential;
    case TestModeMismatch:
        return RecommendedAction::SwitchTestMode;
    case PermissionRole:
    case PermissionScope:
    case PlanRestriction:
    case CompetingConnection:
        return RecommendedAction::AskAdministrator;
    case WrongTenant:
        return RecommendedAction::ChooseOrganisation;
    case ConnectionLimit:
    case DeprecatedMethod:
    case AccountClosed:
    case Unknown:
        return RecommendedAction::ContactSupport;
    case ProviderOutage:
    case RateLimited:
        return RecommendedAction::Wait;
    case Network:
    case Proxy:
    case Tls:
        return RecommendedAction::CheckNetwork;
    case Clock:
        return RecommendedAction::SetClock;
    case KeychainLocked:
    case KeychainMissing:
        return RecommendedAction::UnlockKeychain;
    case NotAnError:
        return RecommendedAction::None;
    }
    Q_UNREACHABLE();
}

Diagnosis classify(const AuthError &seen, ErrorStage stage, const ProviderPack *pack, AuthKind kind)
{
    const AuthError error = withChallengeCode(seen);
    Diagnosis diagnosis;
    const auto finish = [&] {
        diagnosis.action = firstActionFor(diagnosis.errorClass, kind);
        // Nothing to unlock: the entry is gone, and only a new authorisation brings one.
        if (diagnosis.cause == "entry_missing"_L1)
            diagnosis.action = firstActionFor(ExpiredRefresh, kind);
        if (error.is(code::secretUnbound))
            diagnosis.action = RecommendedAction::EditCredential;
        return diagnosis;
    };

    const bool fromServer = error.origin == ErrorOrigin::AuthorizationEndpoint
        || error.origin == ErrorOrigin::TokenEndpoint || error.origin == ErrorOrigin::Resource;
    if (pack && fromServer) {
        for (const ErrorRule &rule : pack->errors) {
            if (!matches(rule, error, stage))
                continue;
            diagnosis.errorClass = rule.errorClass;
            diagnosis.cause = rule.cause;
            diagnosis.confidence = 0.9;
            diagnosis.alternatives = rule.alternatives;
            diagnosis.rule = rule.id;
            diagnosis.source = rule.source;
            // No refresh brings another key, whatever the provider calls the refusal.
            if (kind == AuthKind::ApiKey && rule.errorClass == ExpiredAccess
                && diagnosis.cause.isEmpty())
                diagnosis.cause = u"key_refused"_s;
            return finish();
        }
    }
    const GenericRule *rule = genericRule(error, stage);
    if (!rule) {
        diagnosis.rule = u"none"_s;
        return finish();
    }
    diagnosis.errorClass = rule->errorClass;
    diagnosis.cause = QString::fromLatin1(rule->cause);
    diagnosis.confidence = rule->confidence;
    for (const Reading &reading : rule->alternatives) {
        if (reading.errorClass != Unknown)
            diagnosis.alternatives.append({reading.errorClass, QString::fromLatin1(reading.why)});
    }
    diagnosis.rule = QString::fromLatin1(rule->id);
    diagnosis.source = QString::fromLatin1(rule->source);
    if ((kind == AuthKind::ApiKey || kind == AuthKind::Login) && error.origin != ErrorOrigin::Local
        && error.origin != ErrorOrigin::SecretStore) {
        readAsKey(diagnosis);
    }
    diagnosis = withWordsOfAnswer(diagnosis, error, stage, pack, kind);
    return finish();
}

} // namespace relink
