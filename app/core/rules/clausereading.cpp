// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/clausereading.h"

#include <algorithm>
#include <cstdlib>

namespace relink {

namespace {

using S = Subject;
using P = Predicate;
using E = ErrorClass;

//! Further apart, two words have nothing to do with each other.
constexpr int longestReach = 7;

constexpr std::array<Predicate, 8> any(Predicate a, Predicate b = {}, Predicate c = {},
                                       Predicate d = {}, Predicate e = {}, Predicate f = {},
                                       Predicate g = {}, Predicate h = {})
{
    const std::array<Predicate, 8> given {a, b, c, d, e, f, g, h};
    std::array<Predicate, 8> filled {a, a, a, a, a, a, a, a};
    for (std::size_t i = 1; i < given.size(); ++i) {
        if (given[i] != Predicate {})
            filled[i] = given[i];
    }
    return filled;
}

// Predicate {} is Invalid: it stands first wherever it is meant.
// clang-format off
constexpr ClauseRule rules[] = {
    {"clause.clock", S::Clock, any(P::Invalid, P::Expired, P::Mismatch, P::Exceeded, P::Used, P::Malformed), E::Clock, 0.7, {E::InvalidClient, E::Configuration}, "RFC 5849 3.3", "An error occurred validating the nonce"},
    {"clause.certificate", S::Certificate, any(P::Invalid, P::Expired, P::Missing, P::Revoked, P::NotFound, P::Mismatch), E::Tls, 0.7, {E::Configuration, E::Clock}, "R29", "Das Zertifikat des Servers ist ungültig"},
    {"clause.proxy", S::Proxy, any(P::Invalid, P::Denied, P::Required), E::Proxy, 0.7, {E::Network, E::Unknown}, "R28", "El acceso fue denegado por el proxy"},
    {"clause.requests", S::Requests, any(P::Exceeded, P::Exceeded), E::RateLimited, 0.75, {E::Unknown, E::Unknown}, "RFC 6585 4", "Service call has exceeded the number of times the operation is allowed to be called"},
    {"clause.connections", S::Connections, any(P::Exceeded, P::Exceeded), E::ConnectionLimit, 0.7, {E::PlanRestriction, E::Unknown}, "XRM-21", "You have reached the maximum of two authorizations"},
    {"clause.environment", S::Environment, any(P::Invalid, P::Mismatch), E::TestModeMismatch, 0.65, {E::InvalidClient, E::Configuration}, "MIN-61", "Falsche Umgebung"},
    {"clause.environment_unknown", S::Environment, any(P::NotFound, P::NotFound), E::Configuration, 0.6, {E::WrongTenant, E::Unknown}, "SGE-51", "Environment does not exist: NoEnvironment"},
    {"clause.redirect", S::Redirect, any(P::Invalid, P::Missing, P::Required, P::NotFound, P::Mismatch, P::Denied, P::Malformed), E::Configuration, 0.75, {E::InvalidClient, E::Unknown}, "RFC 6749 3.1.2.4", "Return URL rejected"},
    {"clause.grant_type", S::GrantType, any(P::Invalid, P::Missing, P::Required, P::Denied, P::Unsupported, P::NotFound), E::Configuration, 0.75, {E::InvalidClient, E::Unknown}, "RFC 6749 5.2", "response_type missing"},
    {"clause.refresh_revoked", S::RefreshToken, any(P::Revoked, P::Removed, P::Closed), E::Revoked, 0.75, {E::ExpiredRefresh, E::Unknown}, "AMK-06", "refresh_token was withdrawn"},
    {"clause.refresh", S::RefreshToken, any(P::Invalid, P::Expired, P::Missing, P::Used, P::NotFound, P::Mismatch, P::Malformed), E::ExpiredRefresh, 0.75, {E::Revoked, E::Configuration}, "RFC 6749 5.2", "offline token not recognised"},
    {"clause.code", S::Code, any(P::Invalid, P::Expired, P::Used, P::NotFound, P::Mismatch), E::ExpiredRefresh, 0.65, {E::Configuration, E::Unknown}, "RFC 6749 4.1.2", "grant code is not valid"},
    {"clause.client_missing", S::Client, any(P::Missing, P::Required), E::Configuration, 0.65, {E::InvalidClient, E::Unknown}, "RFC 6749 5.2", "Le paramètre oauth_consumer_key est manquant"},
    {"clause.client_closed", S::Client, any(P::Closed, P::Removed), E::AppRemoved, 0.6, {E::InvalidClient, E::Unknown}, "AMK-07", "client_id has been purged"},
    {"clause.client", S::Client, any(P::Invalid, P::Expired, P::NotFound, P::Mismatch, P::Malformed, P::Denied, P::Revoked), E::InvalidClient, 0.75, {E::Configuration, E::TestModeMismatch}, "RFC 6749 5.2", "Consumer Secret ist ungültig"},
    {"clause.scope_unknown", S::Scope, any(P::Invalid, P::NotFound, P::Unsupported, P::Malformed), E::Configuration, 0.65, {E::PermissionScope, E::Unknown}, "RFC 6749 3.3", "Geltungsbereich ungültig"},
    {"clause.scope", S::Scope, any(P::Missing, P::Required, P::Insufficient, P::Denied), E::PermissionScope, 0.75, {E::PermissionRole, E::Unknown}, "RFC 6750 3.1", "El ámbito necesario falta"},
    {"clause.plan", S::Plan, any(P::Expired, P::Closed, P::Insufficient, P::Denied, P::Required, P::Unsupported, P::Missing, P::Exceeded), E::PlanRestriction, 0.65, {E::AccountClosed, E::PermissionRole}, "AMG-20", "Your licence is suspended"},
    {"clause.feature", S::Feature, any(P::Denied, P::Closed, P::Unsupported, P::Insufficient), E::PlanRestriction, 0.6, {E::PermissionRole, E::PermissionScope}, "AMG-20", "This account does not have access to some features"},
    {"clause.key_expired", S::ApiKey, any(P::Expired, P::Expired), E::ExpiredRefresh, 0.65, {E::Revoked, E::InvalidUserCredentials}, "MIN-24", "The passkey lapsed"},
    {"clause.key_withdrawn", S::ApiKey, any(P::Revoked, P::Removed, P::Closed), E::Revoked, 0.65, {E::InvalidUserCredentials, E::AccountClosed}, "MIN-24", "La clé API a été supprimée"},
    {"clause.key_format", S::ApiKey, any(P::Malformed, P::Malformed), E::CredentialFormat, 0.7, {E::InvalidUserCredentials, E::Unknown}, "MIN-30", "key is too short"},
    {"clause.key_missing", S::ApiKey, any(P::Missing, P::Required), E::Configuration, 0.6, {E::CredentialFormat, E::InvalidUserCredentials}, "RFC 6750 3", "API-Schlüssel fehlt"},
    {"clause.key", S::ApiKey, any(P::Invalid, P::NotFound, P::Mismatch, P::Denied), E::InvalidUserCredentials, 0.65, {E::TestModeMismatch, E::InvalidClient}, "MIN-20", "The web service key was refused"},
    {"clause.token_expired", S::AccessToken, any(P::Expired, P::Expired), E::ExpiredAccess, 0.7, {E::ExpiredRefresh, E::Unknown}, "SGE-10", "El token ya está caducado"},
    {"clause.token_revoked", S::AccessToken, any(P::Revoked, P::Removed), E::Revoked, 0.7, {E::ExpiredAccess, E::ExpiredRefresh}, "AMK-06", "api_token: deauthorized"},
    {"clause.token_format", S::AccessToken, any(P::Malformed, P::Malformed), E::CredentialFormat, 0.65, {E::ExpiredAccess, E::Unknown}, "MIN-30", "JWT truncated"},
    {"clause.token_missing", S::AccessToken, any(P::Missing, P::Required), E::Configuration, 0.6, {E::ExpiredAccess, E::CredentialFormat}, "RFC 6750 3", "El token de acceso es requerido"},
    {"clause.token", S::AccessToken, any(P::Invalid, P::NotFound, P::Mismatch, P::Denied, P::Closed), E::ExpiredAccess, 0.65, {E::Revoked, E::ExpiredRefresh}, "XRM-02", "jeton refusé"},
    {"clause.login_closed", S::Login, any(P::Closed, P::Removed), E::AccountClosed, 0.65, {E::InvalidUserCredentials, E::Unknown}, "XRM-34", "user was archived"},
    {"clause.password_expired", S::Login, any(P::Expired, P::Expired), E::ExpiredRefresh, 0.6, {E::InvalidUserCredentials, E::Unknown}, "MIN-20", "Kennwort abgelaufen"},
    {"clause.login_permission", S::Login, any(P::Denied, P::Insufficient), E::PermissionRole, 0.6, {E::InvalidUserCredentials, E::PermissionScope}, "SGE-40", "User is not entitled"},
    {"clause.login_missing", S::Login, any(P::Missing, P::Required), E::Configuration, 0.5, {E::InvalidUserCredentials, E::CredentialFormat}, "RFC 6750 3", "username was omitted"},
    {"clause.login", S::Login, any(P::Invalid, P::NotFound, P::Mismatch), E::InvalidUserCredentials, 0.65, {E::TestModeMismatch, E::CredentialFormat}, "MIN-T4", "Usuario desconocido"},
    {"clause.app_removed", S::App, any(P::Removed, P::Closed), E::AppRemoved, 0.65, {E::Revoked, E::Unknown}, "AMK-07", "The connector was deleted"},
    {"clause.app_permission", S::App, any(P::Denied, P::Insufficient), E::PermissionScope, 0.6, {E::PermissionRole, E::AppRemoved}, "RFC 6750 3.1", "The connector is not approved"},
    {"clause.app_unknown", S::App, any(P::Invalid, P::NotFound, P::Mismatch), E::InvalidClient, 0.55, {E::AppRemoved, E::Configuration}, "RFC 6749 5.2", "Unknown connector"},
    {"clause.account_closed", S::Account, any(P::Closed, P::Removed), E::AccountClosed, 0.65, {E::PlanRestriction, E::AppRemoved}, "XRM-34", "Ihr Konto: gesperrt"},
    {"clause.consent_revoked", S::Consent, any(P::Revoked, P::Removed), E::Revoked, 0.65, {E::ExpiredRefresh, E::AppRemoved}, "AMK-06", "grant: revoked"},
    {"clause.consent_expired", S::Consent, any(P::Expired, P::Expired), E::ExpiredRefresh, 0.65, {E::Revoked, E::ExpiredAccess}, "AMK-09", "La conexión está vencida"},
    {"clause.ip", S::Address, any(P::Invalid, P::Denied, P::Closed, P::NotFound), E::PermissionRole, 0.6, {E::Configuration, E::Unknown}, "AMG-10", "Ihre IP-Adresse ist nicht erlaubt"},
    {"clause.tenant_missing", S::Tenant, any(P::Missing, P::Required), E::Configuration, 0.55, {E::WrongTenant, E::Unknown}, "XRM-12", "merchant id is required"},
    {"clause.tenant", S::Tenant, any(P::Invalid, P::NotFound, P::Mismatch, P::Denied), E::WrongTenant, 0.65, {E::Configuration, E::PermissionRole}, "XRM-12", "Mandant unbekannt"},
    {"clause.account_other", S::Account, any(P::Mismatch, P::NotFound), E::WrongTenant, 0.55, {E::Configuration, E::PermissionRole}, "XRM-12", "cuenta desconocida"},
    {"clause.permission", S::Permission, any(P::Missing, P::Required, P::Insufficient, P::Denied, P::Invalid), E::PermissionRole, 0.6, {E::PermissionScope, E::PlanRestriction}, "SGE-40", "Zugriff untersagt"},
    {"clause.method", S::Method, any(P::Deprecated, P::Unsupported, P::Removed, P::Closed), E::DeprecatedMethod, 0.65, {E::Configuration, E::Unknown}, "MIN-70", "Legacy key retired"},
    {"clause.endpoint", S::Endpoint, any(P::Invalid, P::NotFound, P::Unsupported, P::Missing, P::Mismatch, P::Required, P::Malformed), E::Configuration, 0.55, {E::Network, E::Unknown}, "SGE-51", "base uri is undefined"},
    {"clause.parameter", S::Parameter, any(P::Invalid, P::Missing, P::Required, P::NotFound, P::Unsupported), E::Configuration, 0.55, {E::CredentialFormat, E::Unknown}, "RFC 6749 5.2", "Required header x-foo-id missing"},
    {"clause.record", S::Record, any(P::Invalid, P::Missing, P::Required, P::NotFound, P::Mismatch, P::Exceeded, P::Malformed, P::Used), E::Unknown, 0.45, {E::NotAnError, E::Unknown}, "AMG-04", "The postcode is not valid for the country"},
};
// clang-format on

bool says(const ClauseRule &rule, Predicate predicate)
{
    return std::find(rule.predicates.begin(), rule.predicates.end(), predicate)
        != rule.predicates.end();
}

} // namespace

std::span<const ClauseRule> clauseRules()
{
    return rules;
}

std::optional<ClauseReading> readClauses(QStringView text, bool refused)
{
    const ClauseRule *best = nullptr;
    ClauseReading reading;
    const QList<Clause> clauses = clausesOf(text);
    for (const Clause &clause : clauses) {
        for (const auto &subject : clause.subjects) {
            for (const auto &predicate : clause.predicates) {
                // "no token" says so of the token only.
                const bool implied = predicate.start == predicate.end;
                const int reach = implied ? 0 : longestReach;
                if (std::abs(subject.word - predicate.word) > reach)
                    continue;
                for (const ClauseRule &rule : rules) {
                    if (best && &rule >= best)
                        break;
                    // Nobody is turned away for the data that were sent.
                    if (refused && rule.subject == S::Record)
                        continue;
                    if (rule.subject != subject.meaning || !says(rule, predicate.meaning))
                        continue;
                    best = &rule;
                    const qsizetype start = std::min(subject.start, predicate.start);
                    reading = {best, start, std::max(subject.end, predicate.end) - start};
                    break;
                }
            }
        }
    }
    return best ? std::optional(reading) : std::nullopt;
}

} // namespace relink
