// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule outages[] = {
    {"text.outage",
     R"re(internal[ _]?server[ _]?error|\binternal error\b|bad gateway|service[ _](?:is )?(?:\w+ )?unavailable|serviceunavailable|temporar(?:ily|y) (?:\w+ )?(?:unavailable|down|out of|error|issue|problem|failure|disabled)|\bserver_error\b|temporarily_unavailable|(?:under|scheduled|planned|down for|in) maintenance|maintenance mode|(?:is|are) (?:currently |temporarily )?(?:down\b|experiencing|having (?:issues|problems)|overloaded|not available|offline)|try again (?:later|in|shortly|soon)|please try (?:again|later)|unexpected (?:server )?error|an error occurred (?:on the server|while processing)|system error|server (?:is )?(?:busy|overloaded|down|error)|service (?:disruption|interruption|outage|error|failure)|(?:partial|major|ongoing|known|current) (?:outage|incident)|backend (?:error|fetch failed|unavailable)|upstream|no healthy upstream|\bbackenderror|something went wrong|origin (?:is )?(?:unreachable|dns)|(?:web )?server is (?:down|returning))re",
     R"re(\b4(?:0[0-7]|09|1\d|2[0-9])\b|experience an outage)re", 0, ProviderOutage, "", 0.75,
     {Reading {Network, why::network}}, "AMG-30", "503 Service Temporarily Unavailable"},
};

constexpr TextRule successes[] = {
    {"text.success",
     R"re("?(?:access_token|accesstoken)"?\s*[:=]\s*"?[^\s",}]{4,}.{0,2000}(?:token_type|tokentype|expires_in|expires|scope)|(?:token_type|expires_in|refresh_token)"?\s*[:=].{0,2000}"?access_token"?\s*[:=]\s*"?[^\s",}]{4,})re",
     R"re(\berror\b|error_|fail|denied|invalid|expired\b|unauthor|forbidden|revoked|exception|\b[45]\d\d\b (?:unauth|forb|bad))re",
     0, NotAnError, "token_answer", 0.95, {}, "RFC 6749 5.1",
     "{\"access_token\":\"FAKE\",\"token_type\":\"bearer\",\"expires_in\":1800}"},
    {"text.too_early",
     R"re((?:access[ _-]?token|token|session)\b.{0,20}\b(?:is |has )?(?:not (?:yet )?expired|hasn't expired|still valid))re",
     nullptr, 0, NotAnError, "refreshed_too_early", 0.9, {}, "Exact Online: token refresh",
     "Rate limit exceeded: access_token not expired"},
};

constexpr TextRule statuses[] = {
    // What is no refusal of a connection: the data that was sent.
    {"text.validation",
     R"re(validation (?:error|exception|failed|failure|errors)|validationerror|(?:must|should|has to) be unique|not[_ ]unique|duplicate (?:entry|name|number|key|document|record|order|invoice)|already (?:exists|been used previously|been taken)|(?:field|parameter|property|attribute|value|line|quantity|amount|address|postcode|zip|sku|email)s?\b.{0,40}\b(?:is required|are required|is missing|is invalid|was invalid|were invalid|not valid|must|cannot be (?:empty|blank|null)|too long|out of range)|unprocessable|invalid resource|invalid (?:line|item|amount|quantity|date|value|input|format|address|postcode|field|parameter|order|invoice|product|sku|json|xml|request body|data)|made inactive|(?:record|invoice|order|product|customer|item|object|document|resource|page|file|row)s?\b.{0,60}(?:not found|could not be found|does not exist|doesn't exist|not exist|was deleted)|recordnotfound|schema|syntax ?error|parse error|typeerror|referenceerror|nullpointer|undefined (?:method|variable|index|property)|cannot read propert|is not a function|not a valid\b)re",
     nullptr, 0, Unknown, "", 0.5, {Reading {NotAnError, why::noFailure}}, "AMG-04",
     "Validation Exception: Invoice # must be unique"},
    {"text.unauthorized",
     R"re(\bunauthorized\b|\b401\b)re", R"re(\b403\b)re", 0, Unknown, "", 0.4,
     {Reading {ExpiredAccess, why::tokenOld}, Reading {InvalidUserCredentials, why::wrongLogin},
      Reading {InvalidClient, why::badSecret}},
     "SGE-54, MIN-T1", "401 Unauthorised"},
    {"text.forbidden",
     R"re(\bforbidden\b|\b403\b)re", nullptr, 0, PermissionRole, "", 0.55,
     {Reading {PermissionScope, why::missingScope}, Reading {PlanRestriction, why::planAllows},
      Reading {WrongTenant, why::otherCompany}},
     "MIN-40, X-01", "403 Forbidden"},
    {"text.inactive",
     R"re((?:connection|integration|channel|account|status)\b.{0,20}\b(?:is |shows? |= ?|: ?)?(?:inactive|disconnected|not connected|broken)|not connected|connection (?:lost|failed|error|broken))re",
     nullptr, 0, ExpiredRefresh, "inactive", 0.45,
     {Reading {InvalidUserCredentials, why::wrongLogin}, Reading {Revoked, why::grantEnded}}, "MIN-T6",
     "Connection inactive"},
    {"text.authorization_error",
     R"re(authorization (?:error|failed|failure|problem|issue)|unable to authorize|could not authorize)re",
     nullptr, 0, Unknown, "", 0.4,
     {Reading {ExpiredAccess, why::tokenOld}, Reading {PermissionRole, why::roleMissing},
      Reading {PlanRestriction, why::planAllows}},
     "AMG-02", "Authorization error"},
};

} // namespace

std::span<const TextRule> serviceTextRules()
{
    return outages;
}

std::span<const TextRule> successTextRules()
{
    return successes;
}

std::span<const TextRule> statusTextRules()
{
    return statuses;
}

} // namespace relink
